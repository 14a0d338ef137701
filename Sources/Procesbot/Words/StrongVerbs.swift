/// The strong verbs of Dutch, whose past forms have another vowel: `gesloten` is of `sluiten`, `kwijtgescholden` of `kwijtschelden`.
enum StrongVerbs {
    /// Past participles without `ge`, and the infinitive they belong to (e-ANS 2.3.2: sterke werkwoorden).
    private static let participles: [String: String] = {
        let pairs = """
            sloten sluiten, schoven schuiven, bogen buigen, zogen zuigen, doken duiken, roken ruiken, snoven snuiven, kropen kruipen, \
            boden bieden, loren liezen, kozen kiezen, logen liegen, drogen driegen, vlogen vliegen, schoten schieten, goten gieten, noten nieten, \
            vroren vriezen, zoden zieden, schreven schrijven, bleven blijven, dreven drijven, reden rijden, leden lijden, sneden snijden, \
            stegen stijgen, zwegen zwijgen, kregen krijgen, grepen grijpen, knepen knijpen, slepen slijpen, keken kijken, leken lijken, \
            bleken blijken, weken wijken, wezen wijzen, prezen prijzen, rezen rijzen, dwenen dwijnen, schenen schijnen, streden strijden, \
            meden mijden, beten bijten, smeten smijten, weten wijten, vonden vinden, bonden binden, wonnen winnen, gonnen ginnen, \
            drongen dringen, dwongen dwingen, sprongen springen, zongen zingen, klommen klimmen, dronken drinken, klonken klinken, \
            zonken zinken, schonken schenken, zonden zenden, golden gelden, scholden schelden, holpen helpen, storven sterven, \
            worpen werpen, dorven derven, worven werven, trokken trekken, schrokken schrikken, troffen treffen, nomen nemen, komen komen, \
            stolen stelen, spraken spreken, sproken spreken, broken breken, staken steken, stoken steken, bevolen bevelen, wogen wegen, zworen zweren, \
            geven geven, lezen lezen, meten meten, eten eten, treden treden, vallen vallen, laten laten, houden houden, lopen lopen, roepen roepen, \
            slapen slapen, dragen dragen, slagen slaan, gaan gaan, staan staan, bracht brengen, dacht denken, zocht zoeken, kocht kopen, vraagd vragen
            """
        var table: [String: String] = [:]
        for pair in pairs.split(separator: ",") {
            let words = pair.split(separator: " ").map(String.init)
            if words.count == 2, words[0] != words[1] { table[words[0]] = words[1] }
        }
        return table
    }()

    private static let particles = [
        "aan", "achter", "af", "bij", "binnen", "door", "in", "kwijt", "langs", "mee", "na", "om", "onder", "op",
        "over",
        "samen", "stil", "stop", "tegen", "terug", "toe", "uit", "vast", "vol", "voor", "vooruit", "vrij", "weg", "",
    ]
    private static let unstressed = ["be", "ge", "her", "ont", "ver"]

    /// The infinitive of a past participle or a past plural with a prefix; the word itself when it is none of these.
    static func infinitive(of word: String) -> String {
        guard word.utf8.count >= 7 else { return word }
        for particle in particles where word.hasPrefix(particle) {
            let rest = word.dropFirst(particle.count)
            for prefix in unstressed where rest.hasPrefix(prefix) {
                guard let verb = participles[String(rest.dropFirst(prefix.count))] else { continue }
                return particle + (prefix == "ge" ? "" : prefix) + verb
            }
        }
        return word
    }
}
