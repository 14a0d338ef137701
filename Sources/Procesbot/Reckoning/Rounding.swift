/// How the words behind a sum round it: `naar boven afgerond op hele euro's`, `naar beneden afgerond op hele maanden`.
struct Rounding {
    enum Way { case up, down, nearest }

    let way: Way
    /// In hundredths of the unit.
    let step: Int
    /// The unit that is rounded to, where the words name it.
    let unit: String?

    init?(_ tokens: [Token]) {
        guard let place = tokens.firstIndex(where: { Self.words.contains($0.text) }) else { return nil }
        // Up to the next mark: `…, minimum 40 euro` is no step, and `…, boven de 500 euro` no way.
        let end = tokens[place...].firstIndex { $0.mark != nil }.map { $0 + 1 } ?? tokens.count
        let behind = Array(tokens[place..<end])
        guard tokens[place].text.hasPrefix("afgerond") || tokens[place].text == "afronden" || Self.parts(behind) else {
            return nil
        }
        let around = (tokens[max(0, place - 3)..<place] + behind.prefix(5)).map(\.text)
        guard !around.contains(where: Denial.contains) else { return nil }
        let amount = QuantityReader.quantities(in: behind).first { $0.measure == .money }?.exact
        let whole = behind.firstIndex { ["hele", "heel", "volle"].contains($0.text) }
        let name = whole.flatMap { behind.dropFirst($0 + 1).first?.text }
        guard let step = amount ?? (name.map { $0.hasPrefix("cent") ? 1 : 100 }), step > 0 else { return nil }
        self.step = step
        unit = amount != nil || name.map { $0.hasPrefix("euro") || $0.hasPrefix("cent") } == true ? "euro" : name
        way =
            Self.points(around, to: ["boven", "omhoog"])
            ? .up : Self.points(around, to: ["beneden", "omlaag"]) ? .down : .nearest
    }

    /// `rond … af`, and no `rond 200 euro`.
    private static func parts(_ tokens: [Token]) -> Bool { tokens.contains { $0.text == "af" } }

    /// `naar boven`, `omhoog`, `boven afgerond`; `boven de 500 euro` names no way.
    private static func points(_ words: [String], to ways: [String]) -> Bool {
        words.indices.contains { place in
            ways.contains(words[place])
                && (words[place].hasPrefix("om") || place > 0 && words[place - 1] == "naar")
        }
    }

    private static let words: Set<String> = ["afgerond", "afgeronde", "rond", "afronden", "rondt"]

    func rounded(_ value: Ratio) -> Int? {
        switch way {
        case .up: value.up(to: step)
        case .down: value.down(to: step)
        case .nearest: value.nearest(to: step)
        }
    }
}
