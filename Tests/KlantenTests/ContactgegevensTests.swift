import Basics
import Klanten
import Testing

@Suite("Contact details")
struct ContactgegevensTests {
    private static let person: Partij = {
        var random = SeededRandom(seed: 7)
        return Partij(id: Identifier(at: Moment(milliseconds: 0), random: &random), naam: "Noor Zandoog")
    }()

    private func asking(_ change: (inout Contactgegevens) -> Void) throws(PartijRefusal) -> Partij {
        var wish = Contactgegevens()
        change(&wish)
        return try wish.changing(ContactgegevensTests.person)
    }

    @Test(arguments: ["06 12 34 56 78", "+31 (0)10-123.45.67", "0101234567", ""])
    func `a phone number is digits with what people write between them`(text: String) throws {
        #expect(try asking { $0.telefoon = text }.telefoon == (text.isEmpty ? nil : text))
    }

    @Test(arguments: ["bel mij", "12345", "06 12 34 56 78 90 12 34 56", "06-1234567<b>"])
    func `what cannot be dialled is refused`(text: String) {
        #expect(throws: PartijRefusal.invalid([.telefoon: .geenTelefoon])) { try asking { $0.telefoon = text } }
    }

    @Test(arguments: ["noor@voorbeeld.nl", "n.z+huur@post.voorbeeld.example"])
    func `a mail address is a name and a domain`(text: String) throws {
        #expect(try asking { $0.email = text }.email == text)
    }

    @Test(arguments: ["noor", "noor@", "noor@voorbeeld", "noor @voorbeeld.nl", "a@b@c.nl", "noor@.nl", "x,y@z.nl"])
    func `what is no mail address is refused`(text: String) {
        #expect(throws: PartijRefusal.invalid([.email: .geenEmail])) { try asking { $0.email = text } }
    }

    @Test(arguments: [
        ("1234ab", "1234 AB"), ("3011 AA", "3011 AA"), ("b-1000", "B-1000"), ("D-10115", "D-10115"),
        ("SW1A 1AA", "SW1A 1AA"),
    ])
    func `a postcode is written the Dutch way, or is one of another country`(text: String, kept: String) throws {
        let changed = try asking { $0.adres = Adres(regel: "Laan 1", postcode: text, plaats: "Zonnedorp") }
        #expect(changed.adres?.postcode == kept)
    }

    @Test(arguments: ["99999", "1000", "10 115", "1234 A", "0123 AB", "1234 ABC", "postcode", "1"])
    func `what is no postcode is refused`(text: String) {
        #expect(throws: PartijRefusal.invalid([.postcode: .geenPostcode])) {
            try asking { $0.adres = Adres(regel: "Laan 1", postcode: text, plaats: "Zonnedorp") }
        }
    }

    @Test(arguments: ["Noor\u{202E}goodnaZ", "Noor\u{0000}", "Noor\nZandoog", "Noor\u{2066}x\u{2069}"])
    func `a name with signs that are not seen, or over more lines, is refused`(text: String) {
        #expect(throws: PartijRefusal.invalid([.naam: .verborgenTekens])) { try asking { $0.naam = text } }
    }

    @Test func `all that is wrong is said at once, and lengths are bounded`() {
        let long = String(repeating: "x", count: 300)
        #expect(throws: PartijRefusal.invalid([.naam: .teLang(200), .email: .teLang(254), .telefoon: .geenTelefoon])) {
            try asking { ($0.naam, $0.email, $0.telefoon) = (long, long, "?") }
        }
    }

    @Test func `what changed is told with its ends only`() throws {
        var before = ContactgegevensTests.person
        (before.telefoon, before.email) = ("06 12 34 56 78", "noor@voorbeeld.nl")
        var wish = Contactgegevens()
        (wish.telefoon, wish.email, wish.naam) = ("06 99 99 99 11", "", "Noor Zandoog")

        let differences = try wish.changing(before).differences(from: before)

        #expect(differences.map(\.veld) == [.telefoon, .email])
        #expect(differences.map(\.van) == ["… 78", "n….nl"])
        #expect(differences.map(\.naar) == ["… 11", nil])
    }

    @Test func `signs that are not seen fall out of a text; line ends and emoji stay`() {
        #expect("a\u{202E}b\nc\u{200F}".withoutHiddenSigns == "ab\nc")
        #expect("👩‍👧 goed\tzo".withoutHiddenSigns == "👩‍👧 goed\tzo")
    }
}
