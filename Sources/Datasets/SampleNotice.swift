import Outputs

/// Says in the output that generated data stands in for real data, in the lesson's language.
enum SampleNotice {
    enum Subject { case imdbReviews, imdbWordIndex, reuters, reutersWordIndex, fashion, nsmc }

    static func emit(for subject: Subject) {
        Outputs.emit(.display(MIMEBundle(text: text(for: subject, in: LessonLanguage.current))))
    }
}
