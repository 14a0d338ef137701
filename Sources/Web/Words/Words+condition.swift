import Bpmn
import Feel

extension Words {
    /// A condition of a drawing as people read it; as it stands there where it has no plain words.
    func condition(_ text: String) -> String {
        let formula = text.asFormula
        let statement = try? FeelExpression(parsing: UnifiedExpression.feel(in: formula) ?? formula).statement
        return self("outline.if", ["what": statement.map { said($0) } ?? formula])
    }

    private func said(_ statement: FeelStatement) -> String {
        switch statement {
        case .all(let parts): parts.map(inside).joined(separator: " \(self("conditions.and")) ")
        case .any(let parts): parts.map { said($0) }.joined(separator: self("conditions.or"))
        case .not(let inner): denied(inner)
        case .isTrue(let term): self("conditions.true", ["what": said(term)])
        case .isKnown(let term): self("conditions.known", ["what": said(term)])
        case .isEmpty(let term): self("conditions.empty", ["what": said(term)])
        case .compares(let left, let sign, let right):
            self("conditions.\(sign.rawValue)", ["left": said(left), "right": said(right)])
        case .isOneOf(let term, let terms):
            self("conditions.equal", ["left": said(term), "right": choice(terms.map { said($0) })])
        case .isBetween(let term, let low, let included, let high, let endIncluded):
            self(
                "conditions.between",
                [
                    "what": said(term), "low": said(low), "high": said(high),
                    "from": self(included ? "conditions.from_with" : "conditions.from_without"),
                    "to": self(endIncluded ? "conditions.to_with" : "conditions.to_without"),
                ])
        case .contains(let whole, let part):
            self("conditions.contains", ["left": said(whole), "right": said(part)])
        }
    }

    /// What stands beside others that must all hold: a choice between brackets.
    private func inside(_ statement: FeelStatement) -> String {
        if case .any = statement { "(\(said(statement)))" } else { said(statement) }
    }

    private func denied(_ statement: FeelStatement) -> String {
        switch statement {
        case .isTrue(let term): self("conditions.not_true", ["what": said(term)])
        case .isKnown(let term): self("conditions.not_known", ["what": said(term)])
        case .isEmpty(let term): self("conditions.not_empty", ["what": said(term)])
        case .isOneOf(let term, let terms):
            self("conditions.notEqual", ["left": said(term), "right": choice(terms.map { said($0) })])
        // What is denied together stands between brackets, so that nothing behind it seems to be denied too.
        case .all, .any: self("conditions.not", ["what": "(\(said(statement)))"])
        case .not, .compares, .isBetween, .contains: self("conditions.not", ["what": said(statement)])
        }
    }

    private func said(_ term: FeelTerm) -> String {
        switch term {
        case .name(let name): name
        case .text(let text): "“\(text)”"
        case .number(let number): decimal(number)
        case .boolean(let flag): self(flag ? "conditions.yes" : "conditions.no")
        case .date(let year, let month, let day): "\(day) \(self("dates.month\(month)")) \(year)"
        case .days(let count): self("conditions.days", count: count)
        case .months(let count): self("conditions.months", count: count)
        case .today: self("conditions.today")
        case .now: self("conditions.now")
        case .count(let list): self("conditions.count", ["what": said(list)])
        case .sum(let list): self("conditions.sum", ["what": said(list)])
        case .calculation(let left, let sign, let right):
            self("conditions.\(sign.rawValue)", ["left": part(left, of: sign), "right": part(right, of: sign)])
        }
    }

    /// A sum inside a product stands between brackets, and so does whatever comes after a minus.
    private func part(_ term: FeelTerm, of sign: FeelTerm.Sign) -> String {
        guard case .calculation(_, let inner, _) = term, inner != sign || sign == .minus || sign == .divided else {
            return said(term)
        }
        return "(\(said(term)))"
    }

    /// “a”, “b” or “c”.
    private func choice(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(self("conditions.or_last")) " + last
    }
}

extension String {
    /// Without the mark that tells a formula from a text in a file.
    var asFormula: String { String(trimmingPrefix("=").trimmingPrefix(while: \.isWhitespace)) }
}
