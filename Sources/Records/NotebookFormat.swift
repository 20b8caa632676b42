import Outputs

/// nbformat 4.5, Jupyter's notebook format: https://nbformat.readthedocs.io/en/latest/format_description.html.
/// Writing gives the bytes of Python's `nbformat.write`; reading takes every 4.x file.
package enum NotebookFormat {
    static let major = 4
    static let minor = 5

    static let kernel: JSON = ["display_name": "Hanji (Swift)", "language": "swift", "name": "hanji"]
    static let language: JSON = ["file_extension": ".swift", "mimetype": "text/x-swift", "name": "swift"]

    /// Whether a form of an output is kept as a JSON value; others are text or Base64.
    static func isJSON(_ mime: String) -> Bool {
        mime == "application/json" || (mime.hasPrefix("application/") && mime.hasSuffix("+json"))
    }

    /// Whether nbformat keeps a form as a list of lines.
    static func isSplit(_ mime: String) -> Bool {
        mime.hasPrefix("text/") || mime == "application/javascript" || mime == MIME.svg
    }

    /// Names in metadata.
    enum Key {
        static let hanji = "hanji"
        static let kernel = "kernelspec"
        static let language = "language_info"
        static let tags = "tags"
        static let title = "title"
        /// What nbformat never writes into a notebook's or a cell's metadata.
        static let transient = ["orig_nbformat", "orig_nbformat_minor", "signature"]
        static let transientInCell = ["trusted"]
    }
}
