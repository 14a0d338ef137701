/// Mail that came in: the queue, one mail, what a person makes of it, and how right the proposals were.
enum PostPaths {
    static let list = Path("/post")
    static let figures = Path("/post/trefzekerheid")
    static let mail = Path("/post/{poststuk}")
    static let file = Path("/post/{poststuk}/bestand")
    static let attachment = Path("/post/{poststuk}/bijlagen/{nummer}")
    static let placing = Path("/post/{poststuk}/plaatsing")
    static let aside = Path("/post/{poststuk}/terzijde")
    static let back = Path("/post/{poststuk}/terug")
    static let answer = Path("/post/{poststuk}/antwoord")
    static let answerBack = Path("/post/{poststuk}/antwoord/terug")
    static let complaint = Path("/post/{poststuk}/klacht")

    static let all = [list, figures, mail, file, attachment, placing, aside, back, answer, answerBack, complaint]
}
