/// A fact that a formula asks for: a variable, or a part of one.
public struct FactPath: Hashable, Sendable {
    public let name: String
    /// Of a variable with parts, which; deeper ones are not told apart.
    public let part: String?

    public init(_ names: [String]) {
        name = names.first ?? ""
        part = names.count > 1 ? names[1] : nil
    }
}

extension FactPath: CustomStringConvertible, LosslessStringConvertible {
    public init(_ text: String) {
        self.init(text.split(separator: ".", maxSplits: 2).map(String.init))
    }

    /// As the drawing has it: `klant.taal`.
    public var description: String { [name, part].compactMap(\.self).joined(separator: ".") }
}

extension [FactPath] {
    /// Each once, in their order.
    var unique: [FactPath] { reduce(into: []) { found, path in if !found.contains(path) { found.append(path) } } }
}
