/// Markup that was made by us and holds no text of others unescaped; the only kind that a template draws as it is.
struct SafeMarkup: Sendable {
    let markup: String

    /// Takes over a drawing made by our own BPMN writer, unless it carries anything that runs or loads.
    init?(drawing svg: String) {
        let lower = svg.lowercased()
        let forbidden = ["<script", "<foreignobject", "javascript:", "<iframe", "<image", " on"]
        guard lower.hasPrefix("<svg"), !forbidden.dropLast().contains(where: lower.contains) else { return nil }
        guard !lower.contains(#/\son[a-z]+\s*=/#) else { return nil }
        markup = svg
    }
}
