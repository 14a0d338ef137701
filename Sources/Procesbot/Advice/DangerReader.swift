/// Hears in a text that someone is in danger or in need, by the tables of the adviser (`gevaar.yaml`, `nood.yaml`), for rooms that give no advice.
public struct DangerReader: Sendable {
    private let table: DangerTable
    private let needs: NeedTable

    public init(_ content: AdviserContent) { (table, needs) = (content.dangers, content.needs) }

    /// The names of the dangers and needs that a text tells of or gives signs of.
    public func dangers(in text: String) -> [String] {
        let heard = table.heard(in: text)
        return (heard.told + heard.feared).map(\.name) + needs.heard(in: text).map(\.name)
    }
}
