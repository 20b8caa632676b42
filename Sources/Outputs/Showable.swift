/// A value that can show itself in more forms than text.
public protocol Showable {
    /// Always has `text/plain`; the same value gives the same bytes in every run.
    func show() -> MIMEBundle
}
