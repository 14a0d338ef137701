/// Finds references in free text: runs of digits of 9 to 16, also written in groups, and RF references.
public enum ReferenceSearch {
    public static func references(in text: String) -> [String] {
        let words = text.prefix(2_000).uppercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        var found: [String] = []
        for start in words.indices.prefix(400) {
            var joined = ""
            for word in words[start...].prefix(7) {
                joined += word
                guard joined.utf8.count <= 25 else { break }
                if let reference = PaymentReference(joined) { found.append(reference.text) }
            }
        }
        return found
    }
}
