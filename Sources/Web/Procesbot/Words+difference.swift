import Basics

extension Words {
    /// What differed, as the evaluation says it, in the reader's language.
    func difference(_ text: String) -> String {
        let kinds = [
            ("lacks: ", "lacks"), ("has: ", "has"), ("refused: ", "refused"), ("not refused; first: ", "not_refused"),
            ("refused as ", "refused_as"), ("source ", "source"),
        ]
        guard let (prefix, key) = kinds.first(where: { text.hasPrefix($0.0) }) else { return text }
        let what = text.dropFirst(prefix.count).replacing(" not cited", with: "").replacing(", not ", with: " / ")
        let reason = text.contains("refused") ? self.text("advice.refused_\(what.replacing("-", with: "_"))") : nil
        return self("measures.\(key)", ["what": reason ?? String(what)])
    }
}
