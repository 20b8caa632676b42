// swift-tools-version: 6.1
// The rooms with unsafe memory and threads, and their tests, without what takes long to build: for Tests/Sanitizers/run,
// which puts the folders beside it. Settings are those of the house's manifest.
import PackageDescription

let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: house)
}

func tests(of name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.init(stringLiteral: name)] + dependencies, exclude: exclude,
        swiftSettings: house)
}

let package = Package(
    name: "hanji",
    platforms: [.macOS(.v15)],
    targets: [
        .target(
            name: "CKernels", exclude: ["kernels.inc"],
            cSettings: [.unsafeFlags(["-fsanitize=undefined", "-fsanitize-trap=undefined"])]),
        room("Diagnostics"),
        room("Outputs"),
        room("Keeping"),
        room("Bytecode", ["Diagnostics", "Outputs", "Keeping"]),
        room("Kernels", ["CKernels", "Outputs"]),
        room("Tensors", ["Kernels", "Outputs", "Keeping"]),
        room("NeuralNet", ["Kernels", "Tensors", "Outputs", "Keeping"]),
        tests(of: "Bytecode", ["Diagnostics", "Outputs", "Keeping"]),
        tests(of: "Tensors", ["Outputs", "Kernels"], exclude: ["Fixtures"]),
        tests(of: "NeuralNet", ["Tensors", "Kernels", "Outputs"], exclude: ["Fixtures"]),
    ]
)
