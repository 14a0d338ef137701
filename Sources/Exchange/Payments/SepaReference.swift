/// A reference as SEPA messages carry it, such as that of a mandate: at most 35 signs of a small set.
public enum SepaReference {
    public static func isValid(_ text: String) -> Bool {
        do { return try SepaText.identifier(text) == text } catch { return false }
    }
}
