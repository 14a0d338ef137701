import Basics
import Engine

extension Oproep {
    /// Reads the body of a call; refused with the field that is wrong and what was expected there.
    public init(_ soort: Soort, reading bytes: [UInt8]) throws(Oproepfout) {
        let json: JSON
        do throws(JSONFault) {
            json = try JSON(parsing: bytes, limits: Oproep.limits)
        } catch {
            if case .tooLarge = error.reason { throw .teGroot }
            throw .onleesbaar(String("\(error)".prefix(200)))
        }
        guard let fields = json.fields else { throw .onjuist(veld: "", .object) }
        let known = Oproep.fields(of: soort)
        if let strange = fields.keys.sorted().first(where: { !known.contains($0) }) {
            throw .onjuist(veld: String(strange.prefix(200)), .geenVeld)
        }
        let reader = Reader(fields: fields)
        self.soort = soort
        id = try reader.name("id", .id)
        naam = try reader.name(soort.rawValue, .naam)
        sleutel = try reader.key("sleutel")
        zaak = fields["zaak"] == nil ? nil : try reader.name("zaak", .zaak)
        geldig = try reader.span("geldig")
        inhoud = try reader.content("inhoud")
    }

    private static func fields(of soort: Soort) -> Set<String> {
        switch soort {
        case .bericht: ["id", "bericht", "sleutel", "zaak", "geldig", "inhoud"]
        case .signaal: ["id", "signaal", "inhoud"]
        }
    }
}

/// Takes the fields of a call one by one.
private struct Reader {
    let fields: [String: JSON]

    /// A text of one to two hundred characters without control characters.
    func name(_ field: String, _ expected: Oproepfout.Verwacht) throws(Oproepfout) -> String {
        guard let text = fields[field]?.text, isName(text) else { throw .onjuist(veld: field, expected) }
        return text
    }

    /// A text or a number, as a formula would write it.
    func key(_ field: String) throws(Oproepfout) -> String? {
        switch fields[field] {
        case nil: return nil
        case .string(let text)? where isName(text): return text
        case .number(let number)?: return JSON.number(number).canonical
        default: throw .onjuist(veld: field, .sleutel)
        }
    }

    func span(_ field: String) throws(Oproepfout) -> TimeSpan? {
        guard let given = fields[field] else { return nil }
        let start = Moment(milliseconds: 0)
        guard let span = given.text.flatMap({ TimeSpan($0) }), start.adding(span) >= start,
            start.adding(span) <= start.adding(days: Int64(Oproep.longest))
        else { throw .onjuist(veld: field, .duur) }
        return span
    }

    func content(_ field: String) throws(Oproepfout) -> [String: JSON] {
        guard let given = fields[field] else { return [:] }
        guard let content = given.fields, content.keys.allSatisfy(isName) else { throw .onjuist(veld: field, .inhoud) }
        return content
    }

    private func isName(_ text: String) -> Bool {
        (1...200).contains(text.count) && text.utf8.count <= 800 && !text.contains(where: \.isControl)
    }
}

extension Character {
    fileprivate var isControl: Bool { unicodeScalars.contains { $0.properties.generalCategory == .control } }
}
