/// Hears in a text that someone is in danger, by the same table as the adviser (`gevaar.yaml`), for rooms that give no advice.
public struct DangerReader: Sendable {
    private let table: DangerTable

    public init(_ content: AdviserContent) { table = content.dangers }

    /// The names of the dangers that a text tells of or gives signs of.
    public func dangers(in text: String) -> [String] {
        let heard = table.heard(in: text)
        return (heard.told + heard.feared).map(\.name)
    }
}
