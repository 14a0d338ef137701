/// The name of a fact as programs write it, in words.
public enum FactName {
    /// `schuldenElders`, `schulden_elders` and `schulden.elders` are `schulden elders`.
    public static func words(of key: String) -> String {
        var words = ""
        for character in key {
            if character == "_" || character == "-" || character == "." {
                words.append(" ")
            } else if character.isUppercase, words.last?.isLowercase == true {
                words += " " + character.lowercased()
            } else {
                words.append(character)
            }
        }
        return words
    }
}
