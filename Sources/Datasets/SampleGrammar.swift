/// The sentences of the sample corpus: English words, and places (`$judgement`) that a review fills.
struct SampleGrammar: Sendable {
    enum Piece: Sendable {
        case word(Int)
        case slot(SampleLexicon.Slot)
        /// `$a`: becomes `a` or `an`, as the next word wants it.
        case article
    }

    /// Sentences that judge the film, those that tell what happens in it, and those that say neither.
    let opinions: [[Piece]]
    let plots: [[Piece]]
    let fillers: [[Piece]]

    /// The indices of `a` and `an`.
    let articles: (a: Int, an: Int)

    init(lexicon: inout SampleLexicon) {
        articles = (lexicon.index(of: "a"), lexicon.index(of: "an"))
        func pieces(_ text: String) -> [[Piece]] {
            text.split(separator: "\n").map { sentence in
                sentence.split(separator: " ").map { word in
                    if word == "$a" { return .article }
                    if word.hasPrefix("$"), let slot = SampleLexicon.Slot(rawValue: String(word.dropFirst())) {
                        return .slot(slot)
                    }
                    return .word(lexicon.index(of: String(word)))
                }
            }
        }
        opinions = pieces(Self.opinionText)
        plots = pieces(Self.plotText)
        fillers = pieces(Self.fillerText)
    }

    private static let opinionText = """
        the $aspect is $degree $judgement and the $aspect is $judgement
        i $feeling the $aspect and the $aspect of this $film
        this is $a $judgement $film with $a $degree $judgement $aspect
        what $a $judgement $film it is
        $name is $degree $judgement as the $role
        it was $degree $judgement from the beginning to the end
        in the end this $film is $a $verdict
        i think that the $aspect was $judgement
        the whole thing is $degree $judgement
        one of the most $judgement things that i have seen this year
        you will not forget how $judgement the $aspect is
        $name gives $a $judgement performance in this $film
        my friends and i $feeling it for its $judgement $aspect
        the $aspect alone makes it $a $verdict
        if you ask me it is $a $judgement $film about a $role
        with such $a $judgement $aspect it could only become $a $verdict
        so many $judgement scenes and such $a $judgement $aspect
        everyone in our house $feeling the $aspect
        """
    private static let plotText = """
        the $film is about $a $trait $role who $deed $a $thing in $place
        $name plays the $trait $role from $place
        then the $role $deed the $thing with $name
        $a $trait $thing falls into the hands of $name
        in $place $a $role $deed the $trait $thing of his $role
        there is a scene in which $name $deed $a $thing and $a $thing
        $name and $name meet $a $role near the $thing
        she $deed the $thing but he $deed the $thing
        the $role has $a $trait $thing and $a $thing in $place
        after the war the $role returns to $place and $deed her $thing
        at night the $thing of the $role is on the $thing
        one day $name $deed $a $thing that belongs to $a $role
        nobody in $place knows why the $role $deed the $thing
        meanwhile $a $trait $role $deed $name
        the $thing and the $thing are all that $name has left
        when $name $deed the $thing the $role $deed $a $trait $thing
        between $place and $place the $role $deed $a $thing
        we never learn why the $thing was in the $thing
        he says that the $role $deed $a $thing every year
        behind the $trait $thing there is $a $thing with $a $thing in it
        """
    private static let fillerText = """
        i saw this $film on television when it was on late at night
        i do not know what to say about it
        the $film was made by $name in $place
        it is about two hours long and you can rent it
        br br
        but that is not all there is to it
        if you have seen the other $film by $name you know what it is
        they do not make them like this any more
        i have read the book that it was made from
        there were only a few people in the cinema with me
        it was the first $film that $name made
        some of it was shot in $place
        """
}
