// swift-tools-version: 6.1
// The house of Hanji: docs/architecture.md says what each room is for and who may import whom.
import PackageDescription

/// Every room is written in Swift 6 mode; imports stay internal unless a room says otherwise.
let house: [SwiftSetting] =
    [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("ExistentialAny"),
    ] + watched

/// For Fuzz/run: the house alone reports what an input reaches and has its memory checked. Packages that it is built on are
/// compiled as always, which takes a tenth of the time.
var watched: [SwiftSetting] {
    Context.environment["HANJI_FUZZ"] == nil
        ? [] : [.unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library", "-O"])]
}

/// The two rooms with hot loops over unsafe memory: exclusivity is kept by construction there, not checked per access,
/// and square roots set no errno, so that they vectorise.
let hot: [SwiftSetting] =
    house + [
        .unsafeFlags(
            ["-enforce-exclusivity=unchecked", "-Xcc", "-fno-math-errno"], .when(configuration: .release))
    ]

func room(_ name: String, _ dependencies: [Target.Dependency] = [], settings: [SwiftSetting] = house) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// Tests stand beside no one: `Tests/<Room>Tests`, run in release and without `@testable`.
func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.init(stringLiteral: name)] + dependencies,
        exclude: testResources[name] ?? [], swiftSettings: house)
}

/// Files beside tests that are read at run time by their path and compiled by no one.
let testResources: [String: [String]] = [
    "CellLanguage": ["Programs", "Rejected", "Snapshots"], "Datasets": ["Fixtures"], "Downloads": ["Fixtures"],
    "NeuralNet": ["Fixtures"], "Plotting": ["Snapshots"], "Records": ["Fixtures"], "Rendering": ["Snapshots"],
    "Tensors": ["Fixtures"],
]

let swiftSyntax: [Target.Dependency] = [
    .product(name: "SwiftSyntax", package: "swift-syntax"),
    .product(name: "SwiftParser", package: "swift-syntax"),
    .product(name: "SwiftParserDiagnostics", package: "swift-syntax"),
    .product(name: "SwiftDiagnostics", package: "swift-syntax"),
    .product(name: "SwiftOperators", package: "swift-syntax"),
    .product(name: "SwiftIDEUtils", package: "swift-syntax"),
]

let package = Package(
    name: "hanji",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "hanji", targets: ["hanji"]),
        .library(name: "LessonKit", targets: ["LessonKit"]),
        // For Fuzz/, a package of its own. Nobody else finds anything in them that is not `package`.
        .library(
            name: "Rooms",
            targets: [
                "Markup", "Notebook", "CellLibrary", "Records", "Rendering", "Conversion", "Bytecode", "Diagnostics",
            ]),
    ],
    dependencies: [
        .package(url: "https://github.com/swiftlang/swift-syntax", exact: "603.0.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),

        room("Diagnostics"),
        room("Outputs"),
        room("Keeping"),
        room("Digest", [.product(name: "Crypto", package: "swift-crypto")]),
        room("Downloads", ["Digest", "Diagnostics"]),
        room("Markup", ["CCMark", "Diagnostics"]),
        room("Notebook", ["Markup", "Diagnostics", "Digest", .product(name: "Yams", package: "Yams")]),
        room("Bytecode", ["Diagnostics", "Outputs", "Keeping"], settings: hot),
        room("CellLanguage", ["Bytecode", "Diagnostics"] + swiftSyntax),
        // In C, because Swift cannot compile one function for several instruction sets.
        .target(name: "CKernels", exclude: ["kernels.inc"]),
        room("Kernels", ["CKernels", "Outputs"], settings: hot),
        room("Tensors", ["Kernels", "Outputs", "Keeping"]),
        room("NeuralNet", ["Kernels", "Tensors", "Outputs", "Keeping"]),
        room("Datasets", ["Tensors", "CZlib", "Digest", "Outputs", "Keeping"]),
        room("Plotting", ["Tensors", "Outputs"]),
        room("LessonKit", ["Tensors", "NeuralNet", "Datasets", "Plotting", "Outputs"]),
        .target(
            name: "CellLibrary", dependencies: ["LessonKit", "CellLanguage", "Bytecode", "Outputs", "Keeping"],
            exclude: ["Interface"], swiftSettings: house),
        room("InterfaceGenerator", ["CellLanguage", "Bytecode"]),
        .executableTarget(
            name: "interface-generator", dependencies: ["InterfaceGenerator"], swiftSettings: house),
        room("Records", ["Notebook", "Outputs", "Digest", "Diagnostics"]),
        room(
            "Execution",
            [
                "Notebook", "CellLibrary", "CellLanguage", "Bytecode", "Records", "Outputs", "Diagnostics",
                // For the worker alone: its settings, and what the record says of the engine.
                "LessonKit", "Datasets", "Kernels", "Keeping", "Digest",
                .product(name: "Subprocess", package: "swift-subprocess"),
            ]),
        room("Conversion", ["Notebook", "Markup", "Records", "Outputs", "Diagnostics"]),
        room("Tangle", ["Notebook", "CellLanguage", "Diagnostics"]),
        room(
            "Rendering",
            [
                "Notebook", "Markup", "Records", "Outputs", "Diagnostics", "Digest", "CellLanguage",
                .product(name: "Mustache", package: "swift-mustache"),
            ]),
        .executableTarget(
            name: "cell-run",
            dependencies: [
                "Execution", "CellLibrary", "CellLanguage", "Bytecode", "Datasets", "Outputs", "Diagnostics",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: house),
        .executableTarget(
            name: "markup-run",
            dependencies: [
                "Rendering", "Records", "Notebook", "Markup", "Diagnostics",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: house),
        .executableTarget(
            name: "hanji",
            dependencies: [
                "Notebook", "Records", "Execution", "Rendering", "Tangle", "Conversion", "Datasets", "Downloads",
                "Digest", "Bytecode", "Outputs", "Diagnostics",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: house),

        tests(of: "Bytecode", ["Diagnostics", "Outputs", "Keeping"]),
        tests(of: "CellLanguage", ["CellLibrary", "Bytecode", "Diagnostics", "Outputs"]),
        tests(
            of: "CellLibrary",
            ["CellLanguage", "InterfaceGenerator", "Diagnostics", "Bytecode", "Keeping", "LessonKit"]),
        tests(of: "Diagnostics"),
        tests(of: "Downloads", ["Diagnostics"]),
        tests(of: "Markup", ["Diagnostics"]),
        tests(of: "Notebook", ["Markup", "Diagnostics"]),
        tests(of: "Tensors", ["Outputs", "Kernels"]),
        tests(of: "NeuralNet", ["Tensors", "Kernels", "Outputs"]),
        tests(of: "Datasets", ["Tensors", "NeuralNet", "Outputs"]),
        tests(of: "Plotting", ["Tensors", "Outputs"]),
        tests(of: "Records", ["Notebook", "Outputs", "Diagnostics"]),
        tests(of: "Execution", ["Notebook", "Bytecode", "Outputs", "Diagnostics"]),
        tests(of: "LessonKit", ["NeuralNet", "Tensors", "Outputs"]),
        tests(of: "Tangle", ["Notebook", "Execution", "CellLanguage", "Diagnostics"]),
        .testTarget(name: "CommandTests", swiftSettings: house),
        tests(of: "Conversion", ["Notebook", "Records", "Outputs", "Diagnostics"]),
        tests(of: "Rendering", ["Notebook", "Markup", "Records", "Outputs", "Diagnostics"]),
    ]
)
