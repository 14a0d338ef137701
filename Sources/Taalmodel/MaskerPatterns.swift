import Foundation

/// How what points at a person is written.
enum MaskerPatterns {
    /// What stands in place of something that was taken out.
    static let place = #"\[[A-Z]+_\d{1,6}\]"#
    static let namePlace = #"(?i:\b(?:mevrouw|meneer|mevr\.?|dhr\.?|mw\.?|de heer|familie)\s+)?\[NAAM_\d{1,6}\]"#

    /// Wherever it stands, also in a passage of the library.
    static let anywhere: [(String, String)] = [
        (#"(?i)(?:https?://|www\.)\S+"#, "ADRES"),
        (#"[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}"#, "MAIL"),
        (
            #"(?i)(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ .-]?[A-Z0-9]{4}){2,7}(?:[ .-]?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])"#,
            "REKENING"
        ),
        (#"(?<![\d-])(?:\+31|0031|0)[ .-]?(?:\(0\))?[1-9](?:[ .-]?\d){7,8}(?!\d)"#, "TELEFOON"),
        (#"(?<!\d)[1-9]\d{3} ?[A-Z]{2}(?![\p{L}\d])"#, "POSTCODE"),
        (
            #"\p{Lu}[\p{L}'’-]*(?: \p{Lu}?[\p{L}'’-]+){0,2}?(?:straat|laan|weg|plein|kade|singel|gracht|dreef|hof|pad|steeg|dijk|markt|park|plantsoen|ring|boulevard)\s+\d+(?:\s?[a-zA-Z]{1,3}\b|-\d+)?"#,
            "ADRES"
        ),
        (#"(?<!\d)\d(?:[ .-]?\d){7,}(?!\d)"#, "NUMMER"),
    ]

    /// In what people say of a case, also dates, references and every other thing with a digit in it that is not the library's.
    static let ofCases: [(String, String)] = [
        (
            #"(?i)(?<!\d)\d{1,2}[-/. ](?:\d{1,2}|jan\w*|feb\w*|maart|mrt|apr\w*|mei|jun\w*|jul\w*|aug\w*|sep\w*|okt\w*|nov\w*|dec\w*)[-/. ]+(?:\d{4}|\d{2})(?!\d)"#,
            "DATUM"
        ),
        (#"\b\p{L}{2,}[-/]\d[\d/-]*\b"#, "NUMMER"),
    ]

    static let titled =
        #"(?i:mevrouw|meneer|mevr\.?|dhr\.?|mw\.?|de heer|familie|weduwe)\s+((?:(?i:van|de|der|den|ten|ter|el|'t)\s+)*\p{Lu}[\p{L}'’-]+(?:\s+(?:(?i:van|de|der|den|ten|ter|el)\s+)*\p{Lu}[\p{L}'’-]+)*)"#

    static let number = #"(?<![\p{L}\p{N}])\p{N}(?:[\p{N}.,/:-]*\p{N})?(?!\p{L})"#
    static let word = #"[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’.,/-]*[\p{L}\p{M}\p{N}])?"#

    /// A name in any spelling of capitals, also with the s of possession.
    static func whole(_ name: String) -> String {
        "(?i)(?<![\\p{L}\\p{N}])\(NSRegularExpression.escapedPattern(for: name))(?=(?:['’]?s)?(?![\\p{L}\\p{N}_]))"
    }
}
