import Feel
import Xml

/// A test of the Technology Compatibility Kit: facts in, values out.
struct TckCase {
    struct Outcome {
        let name: String
        let value: FeelValue
        let isError: Bool
    }

    let id: String
    /// A decision service or business knowledge model that is called, instead of decisions by name.
    let invocable: String?
    let isDecisionService: Bool
    let inputs: [(name: String, namespace: String?, value: FeelValue)]
    let outcomes: [Outcome]

    /// The tests in a file, with the name of the model that they are about.
    static func read(_ bytes: [UInt8]) throws -> (model: String, cases: [TckCase]) {
        let root = try XmlDocument(bytes).root
        let model = root.children.first { $0.name.local == "modelName" }?.text ?? ""
        return (DmnReader.trimmed(model), root.children.filter { $0.name.local == "testCase" }.map { TckCase($0) })
    }

    private init(_ element: XmlElement) {
        id = element["id"] ?? ""
        invocable = element["invocableName"]
        isDecisionService = element["type"] != nil && element["type"] != "decision"
        inputs = element.children.filter { $0.name.local == "inputNode" }.map {
            ($0["name"] ?? "", $0["namespace"], TckValue.value($0))
        }
        outcomes = element.children.filter { $0.name.local == "resultNode" }.map { node in
            let expected = node.children.first { $0.name.local == "expected" }
            return Outcome(
                name: node["name"] ?? "", value: expected.map { TckValue.value($0) } ?? .null,
                isError: node["errorResult"] == "true")
        }
    }
}
