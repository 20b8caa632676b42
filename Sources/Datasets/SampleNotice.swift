import Outputs

/// Says in the output that generated reviews stand in for real ones, in the lesson's language.
enum SampleNotice {
    enum Subject { case imdbReviews, imdbWordIndex }

    static func emit(for subject: Subject) {
        Outputs.emit(.display(MIMEBundle(text: text(for: subject, in: LessonLanguage.current))))
    }
}
