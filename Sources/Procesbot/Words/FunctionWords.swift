/// The closed word classes of Dutch, which say how words hang together and not what a text is about.
enum FunctionWords {
    static let all: Set<String> = Set(
        [articles, pronouns, prepositions, conjunctions, auxiliaries, adverbs, questions].flatMap {
            $0.split(separator: " ").map(String.init)
        })

    private static let articles = "de het een t n der des den 's s"
    private static let pronouns = """
        ik jij je u hij zij ze wij we jullie hen hun hem haar mij me mijn jouw uw zijn ons onze dit dat deze die er hier daar \
        wat wie welke welk iemand iets niemand niets men zich elkaar zelf wiens diens wier ieder iedereen alles allen degene hetzelfde \
        dezelfde zulke zo'n zon eigen ander andere anderen
        """
    private static let prepositions = """
        in op aan van voor naar bij met uit om door over onder tot tegen sinds tijdens via te ten ter na per tussen vanaf \
        binnen buiten zonder volgens wegens rond langs af toe mee heen namens
        """
    private static let conjunctions =
        "en of maar want dus als dan indien wanneer omdat doordat zodat terwijl hoewel tenzij mits noch zodra zolang"
    private static let auxiliaries = """
        ben bent is zijn was waren geweest word wordt worden werd werden geworden heb hebt heeft hebben had hadden gehad \
        kan kun kunt kunnen kon konden mag mogen mocht mochten moet moeten moest moesten zal zult zullen zou zouden wil wilt \
        willen wilde wilden hoef hoeft hoeven laat laten liet ga gaat gaan ging gingen doe doet doen deed gedaan blijkt lijkt
        """
    private static let adverbs = """
        niet geen nooit wel ook al nog nu toch maar even eens zo toen straks meer minder erg heel zeer te dus eerst \
        daarna verder weer alleen steeds misschien opnieuw vooralsnog bovendien mogelijk daarbij daarop hierna ja nee eigenlijk gewoon ongeveer daarvan daarvoor daarmee hiervan ervan ervoor \
        erbij eraan ermee hierbij hierover erover daarover waarover waarvan waarmee waarvoor waarbij graag echt sowieso inmiddels
        """
    private static let questions = "hoe waar waarom waarheen waarnaartoe wanneer hoeveel hoelang welke wat wie"
}
