import Yams

/// The Dutch sentences of the adviser, by name, from `zinnen.yaml`.
public struct Phrasebook: Sendable {
    private let sentences: [String: String]

    public init(yaml: String) throws { sentences = try YAMLDecoder().decode([String: String].self, from: yaml) }
    public init() { sentences = [:] }

    /// A sentence with its names in braces filled in; the name itself when the table lacks it.
    func callAsFunction(_ name: String, _ values: [String: String] = [:]) -> String {
        values.reduce(sentences[name] ?? name) { text, value in text.replacing("{" + value.key + "}", with: value.value)
        }
    }
}
