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
        return table(of: pairs)
    }()

    /// What stands in the past, of one person, and the infinitive: `verloor` is of `verliezen`, `overleed` of `overlijden`. Only with a
    /// prefix: `kreeg` and `kwam` tell of anything, and `sloot` and `week` are other words as well.
    private static let pasts: [String: String] = table(
        of: """
            sloot sluiten, schoof schuiven, loor liezen, koos kiezen, bood bieden, loog liegen, schoot schieten, vroor vriezen, \
            schreef schrijven, bleef blijven, dreef drijven, reed rijden, leed lijden, sneed snijden, steeg stijgen, zweeg zwijgen, \
            kreeg krijgen, greep grijpen, keek kijken, leek lijken, bleek blijken, week wijken, wees wijzen, dween dwijnen, \
            scheen schijnen, streed strijden, vond vinden, bond binden, dwong dwingen, drong dringen, sprong springen, \
            schold schelden, hielp helpen, stierf sterven, wierp werpen, wierf werven, trok trekken, schrok schrikken, trof treffen, \
            nam nemen, kwam komen, sprak spreken, brak breken, gaf geven, gat geten, las lezen, trad treden, viel vallen, \
            liet laten, hield houden, liep lopen, riep roepen, droeg dragen, sloeg slaan, ging gaan, stond staan, ving vangen, hing hangen, \
            begon beginnen, bracht brengen, dacht denken, zocht zoeken, kocht kopen, zag zien, zwoer zweren, woog wegen
            """)

    private static func table(of pairs: String) -> [String: String] {
        pairs.split(separator: ",").reduce(into: [:]) { table, pair in
            let words = pair.split(separator: " ").map(String.init)
            if words.count == 2, words[0] != words[1] { table[words[0]] = words[1] }
        }
    }

    private static let particles = [
        "aan", "achter", "af", "bij", "binnen", "door", "in", "kwijt", "langs", "mee", "na", "om", "onder", "op",
        "over",
        "samen", "stil", "stop", "tegen", "terug", "toe", "uit", "vast", "vol", "voor", "vooruit", "vrij", "weg", "",
    ]
    private static let unstressed = ["be", "ge", "her", "ont", "ver"]

    /// The infinitive of a past participle or of a past form; the word itself when it is none of these.
    static func infinitive(of word: String) -> String { ofPast(word) ?? ofParticiple(word) ?? word }

    static func isParticiple(_ word: String) -> Bool { ofParticiple(word) != nil }

    private static func ofPast(_ word: String) -> String? {
        guard word.utf8.count >= 6, word != "aandacht" else { return nil }
        for particle in particles where word.hasPrefix(particle) {
            let rest = word.dropFirst(particle.count)
            if !particle.isEmpty, let verb = pasts[String(rest)] { return particle + verb }
            for prefix in unstressed where prefix != "ge" && rest.hasPrefix(prefix) {
                if let verb = pasts[String(rest.dropFirst(prefix.count))] { return particle + prefix + verb }
            }
        }
        return nil
    }

    private static func ofParticiple(_ word: String) -> String? {
        guard word.utf8.count >= 7 else { return nil }
        for particle in particles where word.hasPrefix(particle) {
            let rest = word.dropFirst(particle.count)
            for prefix in unstressed where rest.hasPrefix(prefix) {
                guard let verb = participles[String(rest.dropFirst(prefix.count))] else { continue }
                return particle + (prefix == "ge" ? "" : prefix) + verb
            }
        }
        return nil
    }
}
