import Basics

/// Writes facts for the reader of one letter, and only the facts that the letter declares.
struct FactWriting {
    let template: String
    let language: LetterLanguage

    /// What the template sees: names to texts, lists and groups.
    func write(_ facts: [Fact], from source: JSON, under place: String = "") throws(LetterFault) -> [String: Any] {
        var written: [String: Any] = [:]
        for fact in facts {
            let value = fact.names.reduce(source) { $0[$1] }
            if value.isNull {
                guard fact.mayBeAbsent else { throw .missingFact(place + fact.path, template: template) }
                continue
            }
            if fact.hidesZero, value.money == .zero { continue }
            put(try write(value, as: fact, under: place), at: fact.names[...], in: &written)
        }
        return written
    }

    private func write(_ value: JSON, as fact: Fact, under place: String) throws(LetterFault) -> Any {
        let here = place + fact.path
        switch fact.kind {
        case .text, .iban, .reference:
            guard let text = value.text else { throw wrong(fact, here) }
            return fact.kind == .text ? text : blocks(of: text)
        case .amount:
            guard let money = value.money else { throw wrong(fact, here) }
            return language.text(money)
        case .day:
            guard let day = value.day else { throw wrong(fact, here) }
            return language.text(day)
        case .number:
            guard let number = value.number else { throw wrong(fact, here) }
            return number.description
        case .yesNo:
            guard let flag = value.flag else { throw wrong(fact, here) }
            return flag
        case .group:
            guard value.fields != nil else { throw wrong(fact, here) }
            return try write(fact.fields, from: value, under: here + ".")
        case .list:
            guard let elements = value.elements else { throw wrong(fact, here) }
            var rows: [Any] = []
            for (index, element) in elements.enumerated() {
                rows.append(try write(fact.fields, from: element, under: "\(here)[\(index)]."))
            }
            return rows
        }
    }

    private func wrong(_ fact: Fact, _ place: String) -> LetterFault {
        .wrongKind(place, needed: fact.kind, template: template)
    }

    /// In groups of four, when it is one word of letters and digits.
    private func blocks(of text: String) -> String {
        guard text.count > 6, text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else { return text }
        return grouped(text, by: 4, with: "\u{A0}")
    }

    private func put(_ value: Any, at path: ArraySlice<String>, in fields: inout [String: Any]) {
        guard let name = path.first else { return }
        guard path.count > 1 else { return fields[name] = value }
        var inner = fields[name] as? [String: Any] ?? [:]
        put(value, at: path.dropFirst(), in: &inner)
        fields[name] = inner
    }
}
