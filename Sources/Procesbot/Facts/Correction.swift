import Basics

/// What a person says of a fact that the adviser read: it is not so, it is not known, or it is otherwise.
public struct Correction: Sendable, Hashable {
    public enum Says: Sendable, Hashable { case denied, unknown, changed(String) }

    /// The fact as it was shown.
    public let fact: String
    public let says: Says

    public init(fact: String, says: Says) {
        self.fact = fact
        self.says = says
    }
}

extension StatementReader {
    /// The statements as a person corrected them.
    func corrected(_ statements: [Statement], by corrections: [Correction]) -> [Statement] {
        guard !corrections.isEmpty else { return statements }
        return statements.flatMap { statement -> [Statement] in
            guard let said = corrections.last(where: { $0.fact == statement.shown }) else { return [statement] }
            switch said.says {
            case .denied: return [statement.denied]
            case .unknown: return [statement.unknown]
            case .changed(let text):
                return changed(statement, to: String(text.prefix(400))).map { $0.correcting(statement) }
            }
        }
    }
}

extension StatementReader {
    /// What a person wrote in its place: `ja`, `nee` and `onbekend` of the fact itself, a bare number for the one that it has, else
    /// another fact.
    private func changed(_ statement: Statement, to text: String) -> [Statement] {
        switch Folding.fold(text.trimmed(of: ".! ")) {
        case "ja", "klopt": return [statement.isDenied ? statement.denied : statement]
        case "nee", "klopt niet": return [statement.isDenied ? statement : statement.denied]
        case "onbekend", "weet niet": return [statement.unknown]
        default: break
        }
        let tokens = Tokenizer.tokens(of: text)
        guard tokens.first?.isNumeric == true, QuantityReader.quantities(in: tokens).count == 1,
            statement.quantities.count == 1, let place = statement.quantities.first?.tokens
        else { return statements(in: text, origin: statement.origin) }
        let from = statement.tokens[0].range.lowerBound
        let number = statement.tokens[place.lowerBound].range.lowerBound - from
        let end =
            statement.tokens[(tokens.count > 1 ? place.upperBound : place.lowerBound + 1) - 1].range.upperBound - from
        let own = SourceText(statement.text)
        let whole = own.quote(0..<number) + text + own.quote(end..<own.bytes.count)
        return statements(in: whole, origin: statement.origin)
    }
}

extension Statement {
    /// The text as people see it and correct it.
    var shown: String { (measure ?? text).trimmed(of: ".,;:") }
    /// The same as the ground of a step.
    var told: String { (measure ?? text).trimmed(of: ".,;:?") }

    /// `wie beslist over een regeling van 15 maanden`: of what only asks, the number is told, with what it is of.
    private var measure: String? {
        guard isAsked, places.isEmpty, quantities.count == 1, let counted = quantities.first?.tokens else { return nil }
        let behind = terms.first { $0.tokens.lowerBound == counted.upperBound && $0.weight >= 0.6 }?.tokens.upperBound
        let before = terms.last {
            $0.weight >= 0.6 && $0.tokens.upperBound <= counted.lowerBound
                && counted.lowerBound - $0.tokens.upperBound <= 2
        }
        guard let first = before?.tokens.lowerBound ?? (behind == nil ? nil : counted.lowerBound) else { return nil }
        let start = tokens[0].range.lowerBound
        let end = tokens[(behind ?? counted.upperBound) - 1].range.upperBound
        return SourceText(text).quote(tokens[first].range.lowerBound - start..<end - start)
    }

    fileprivate var denied: Statement {
        var other = correcting(self)
        other.isDenied.toggle()
        other.named = named?.denied
        other.isAsked = false
        other.places = places.map {
            PlaceMention(name: $0.name, relation: $0.relation == .inside ? .outside : $0.relation, token: $0.token)
        }
        other.quantities = []
        return other
    }

    fileprivate var unknown: Statement {
        var other = correcting(self)
        other.isUncertain = true
        other.named = named?.being(.null)
        (other.places, other.quantities) = ([], [])
        return other
    }

    fileprivate func correcting(_ statement: Statement) -> Statement {
        var other = self
        other.corrects = statement.shown
        return other
    }
}
