import Basics

/// One case of the execution suite: a model, what goes in, and the trace that it must leave.
struct ConformanceCase {
    let model: String
    /// The process that is started; the first of the file when nothing is said.
    let process: String?
    let alsoStart: String?
    let input: JSON
    let integer: Int
    let number: Int
    let trace: [String]

    /// `gateways/ExclusiveGateway.bpmn, case 2 (input b)`.
    var name: String {
        let given = input.text.map { " (input \($0))" } ?? ""
        return "\(model), case \(number)\(given)"
    }

    static func all(in json: JSON) -> [ConformanceCase] {
        (json.elements ?? []).flatMap { model -> [ConformanceCase] in
            (model["cases"].elements ?? []).enumerated().compactMap { index, one in
                guard let file = model["model"].text else { return nil }
                return ConformanceCase(
                    model: file, process: model["feature"].text, alsoStart: one["alsoStart"].text, input: one["input"],
                    integer: one["integerVariable"].integer ?? 0, number: index + 1,
                    trace: (one["trace"].elements ?? []).compactMap(\.text))
            }
        }
    }
}
