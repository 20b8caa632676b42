import Diagnostics
import Notebook

/// The package around a tangled program.
struct PackageManifest {
    /// Hanji's own package has a target called Notebook, so a lesson's cannot be; its module still is, as it is where cells
    /// are interpreted, because types are printed with their module's name.
    static let target = "Lesson"
    private static let module = "Notebook"

    private let dependency: Dependency

    init(_ dependency: Dependency) { self.dependency = dependency }

    func text(for notebook: Notebook) -> String {
        """
        // swift-tools-version: 6.2
        // \(notebook.fileName), \(TangledLesson.mark)
        import PackageDescription

        let package = Package(
            name: \(notebook.stem.literal),
            platforms: [.macOS(.v15)],
            dependencies: [\(requirement)],
            targets: [
                .executableTarget(
                    name: "\(Self.target)",
                    dependencies: [.product(name: "LessonKit", package: "hanji")],
                    swiftSettings: [
                        .defaultIsolation(MainActor.self),
                        .unsafeFlags(["-module-name", "\(Self.module)"]),
                    ])
            ],
            swiftLanguageModes: [.v6]
        )

        """
    }

    private var requirement: String {
        switch dependency {
        case .path(let path): ".package(name: \"hanji\", path: \(path.literal))"
        case .url(let url): ".package(url: \(url.literal), branch: \"main\")"
        }
    }
}

extension Notebook {
    /// Without its folder, so that nothing tells where the notebook stands.
    var fileName: String { source.path.split(separator: "/").last.map(String.init) ?? source.path }

    var stem: String { fileName.hasSuffix(".md") ? String(fileName.dropLast(3)) : fileName }
}

extension String {
    /// As a literal in Swift.
    var literal: String { debugDescription }
}
