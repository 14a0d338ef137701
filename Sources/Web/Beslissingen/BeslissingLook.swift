import Basics
import Dmn
import Feel
import Xml
import Zaken

/// A version of a decision model as a page shows it, with the decision that the reader picked.
struct BeslissingLook: Sendable {
    let model: Beslissingsmodel
    let versions: [Beslissingsmodel]
    let file: Beslissingsbestand
    let decision: DmnDecision
    let colleagues: Colleagues

    /// Nothing when there is no such model, version or decision.
    init?(
        _ versions: [Beslissingsmodel], version: Int?, decision: String?, today: Day, _ colleagues: Colleagues,
        naast: [DmnModel]
    ) throws {
        let inForce = versions.first { $0.geldigVanaf <= today } ?? versions.first
        guard let model = version.map({ wanted in versions.first { $0.versie == wanted } }) ?? inForce else {
            return nil
        }
        file = try Beslissingsbestand(bron: model.bron, naast: naast)
        let all = file.program.model.decisions
        guard let found = decision.map({ id in all.first { $0.id == id } }) ?? (file.program.model.top ?? all.last)
        else { return nil }
        self.model = model
        self.versions = versions
        self.decision = found
        self.colleagues = colleagues
    }
}

extension DmnModel {
    /// The first decision that no other needs.
    var top: DmnDecision? {
        let needed = Set(decisions.flatMap { $0.information.map(\.local) })
        return decisions.first { !needed.contains($0.id) }
    }

    /// The inputs from outside that a decision rests on, its own and those of the decisions that it needs.
    func inputs(of decision: DmnDecision) -> [DmnInput] {
        var (seen, border): (Set<String>, [DmnDecision]) = ([decision.id], [decision])
        var wanted: Set<String> = []
        while let next = border.popLast() {
            for need in next.information.map(\.local) where seen.insert(need).inserted {
                if let other = decisions.first(where: { $0.id == need }) {
                    border.append(other)
                } else {
                    wanted.insert(need)
                }
            }
        }
        return inputs.filter { wanted.contains($0.id) }
    }

    /// The texts that a type lists, when it lists only texts.
    func listed(_ type: String?) -> [String] {
        guard let item = types.first(where: { $0.name == type }), let allowed = item.allowedValues else { return [] }
        return allowed.listedTexts
    }
}

extension String {
    /// `"a", "b"` as the texts in it; empty for anything else.
    var listedTexts: [String] {
        let parts = split(separator: ",").map { String($0).trimmingSpace }
        guard parts.allSatisfy({ $0.count > 1 && $0.hasPrefix("\"") && $0.hasSuffix("\"") }) else { return [] }
        return parts.map { String($0.dropFirst().dropLast()) }
    }
}

/// A fact as it was typed, as the value that FEEL sees.
struct TypedFact {
    let value: FeelValue

    /// Nothing for what is no value of the type.
    init?(_ text: String, type: String?) {
        switch type {
        case "boolean":
            guard text == "ja" || text == "nee" else { return nil }
            value = .boolean(text == "ja")
        case "string": value = .string(text)
        case "number":
            let plain = text.contains(",") ? text.replacing(".", with: "").replacing(",", with: ".") : text
            guard let number = Decimal128(plain) else { return nil }
            value = .number(number)
        case "date":
            guard let day = Day(written: text) else { return nil }
            value = .date(FeelDate(day))
        default: value = TypedFact.free(text)
        }
    }

    /// FEEL where it can be read without any names, such as a list or a date; otherwise the text itself.
    private static func free(_ text: String) -> FeelValue {
        do {
            let expression = try FeelExpression(parsing: text)
            let result = expression.evaluate(in: FeelScope(json: [:]))
            return result.value.isNull ? .string(text) : result.value
        } catch {
            return .string(text)
        }
    }
}
