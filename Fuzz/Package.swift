// swift-tools-version: 6.1
// Fuzzers of the rooms. A package of its own, so that nobody who builds Hanji builds them: README.md.
import PackageDescription

/// The rooms' declarations are for their own package. Fuzzers count themselves to it: `packageAccess: false` keeps SwiftPM
/// from naming this package to the compiler, and the flag names the main one, which is called as its folder.
let folder = Context.packageDirectory.split(separator: "/").dropLast().last.map(String.init) ?? ""

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library", "-package-name", folder.lowercased()]),
]

/// libFuzzer brings `main`, and calls `LLVMFuzzerTestOneInput` of the target.
func fuzzer(_ name: String) -> Target {
    .executableTarget(
        name: name, dependencies: ["FuzzSupport"], packageAccess: false, swiftSettings: settings,
        linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])])
}

let package = Package(
    name: "hanji-fuzz",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "hanji", path: "..")],
    targets: [
        .target(
            name: "FuzzSupport", dependencies: [.product(name: "Rooms", package: "hanji")], packageAccess: false,
            swiftSettings: settings),
        fuzzer("fuzz-markup"),
        fuzzer("fuzz-cells"),
        fuzzer("fuzz-bytecode"),
        fuzzer("fuzz-records"),
    ]
)
