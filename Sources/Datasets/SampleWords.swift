/// The plain words of the sample corpus. Praise and blame stand in pairs and have the same number of words.
enum SampleWords {
    static let praise = list(
        """
        great good wonderful excellent brilliant superb beautiful charming moving funny clever fresh touching gripping
        warm delightful perfect amazing terrific powerful lovely memorable original thrilling honest graceful hilarious
        stunning magical subtle believable rich witty tender bold heartfelt haunting inspired satisfying remarkable
        elegant lively thoughtful masterful outstanding refreshing captivating poetic joyful intelligent sincere
        unforgettable flawless splendid vivid genuine solid enjoyable entertaining suspenseful
        """)
    static let blame = list(
        """
        bad awful terrible boring dull stupid poor weak silly predictable flat ridiculous lame annoying pointless
        horrible tedious cheap empty lazy forgettable painful clumsy dreadful wooden slow confusing shallow fake tired
        laughable messy bland hollow pathetic sloppy unfunny careless lifeless unbelievable noisy endless cliched
        amateurish mediocre stale grating pretentious joyless brainless insulting unwatchable botched murky crude
        phony uneven disappointing irritating senseless
        """)
    static let praiseNouns = list(
        """
        masterpiece gem treat triumph classic delight joy winner wonder pleasure marvel surprise
        """)
    static let blameNouns = list("mess waste disaster bore failure dud letdown insult chore joke flop disappointment")
    static let praiseVerbs = list("loved enjoyed admired liked adored recommend cherished praised savoured applauded")
    static let blameVerbs = list("hated disliked regretted endured despised skipped mocked suffered resented pitied")
    static let degrees = list("very so really quite rather truly too simply pretty almost somewhat deeply fairly oddly")
    static let aspects = list(
        """
        acting story plot music script ending dialogue camera cast photography humour direction pace editing score
        opening romance mood finale scenery performance soundtrack costumes lighting effects atmosphere sets villain
        hero writing animation chemistry action suspense narration twist
        """)
    static let films = list(
        """
        film movie picture show story feature drama comedy thriller series flick sequel remake
        western
        """)
    static let roles = list(
        """
        man woman boy girl doctor teacher soldier cop killer mother father brother sister king queen spy thief priest
        nurse pilot sailor farmer lawyer writer painter singer dancer student detective stranger ghost monster robot
        witch wizard captain prisoner orphan widow baker butler clown cowboy gambler hunter judge knight maid poet
        prince princess sheriff surgeon tailor twin vampire waiter boxer
        """)
    static let traits = list(
        """
        old young little big small lonely rich poor tall quiet famous strange dark blind brave angry happy sad tired
        lost hidden secret broken golden silver red black white green blue foreign royal rural urban wild gentle proud
        shy nervous sleepy wounded retired married single jealous greedy loyal clumsy polite restless stubborn
        """)
    static let deeds = list(
        """
        finds loses follows steals hides meets saves fights leaves buys sells builds breaks opens watches hears chases
        kills marries teaches betrays forgets remembers discovers visits paints burns buries carries catches cleans
        climbs crosses destroys draws drops escapes fears fixes guards helps hunts joins keeps leads needs owns
        protects pulls pushes repairs returns seeks shares trades trusts wants washes
        """)
    static let things = list(
        """
        house car dog gun letter train ship book ring boat horse door key map road river bridge tower garden castle
        school church hotel bar shop farm island forest mountain lake ocean desert city village street room window
        mirror clock lamp candle knife sword crown coin purse coat hat shoe dress mask glove bag box bottle cup plate
        table chair bed piano violin drum song picture camera phone radio paper pen desk wall roof floor stair stone
        wood iron glass fire water snow rain wind storm cloud moon star sun sky sea sand bird cat wolf bear fox snake
        fish bee tree leaf rose apple bread cake cheese wine tea milk salt bone heart hand head eye blood ghost dream
        game ball toy doll kite wheel engine plane rocket truck
        """)
    static let onsets = list("b br c ch d dr f fl g gr h j k kl l m n p qu r s sh st t th tr v w y z")
    static let vowels = list("a e i o u ai ea ia io oo ou")
    static let nameEndings = list("n r l s lin ro mar ton ley den vik sen rick dell ber no la na ra tta")
    static let placeEndings = list("ville burg ton ford land mouth dale port wick stan nia ria polis")

    private static func list(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }
}
