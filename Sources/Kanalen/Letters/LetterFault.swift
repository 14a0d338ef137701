/// Why a letter cannot be made, or its template cannot be read.
public enum LetterFault: Error, Hashable, Sendable {
    case unknownTemplate(String)
    case unknownLanguage(String)
    /// A fact that the letter needs is not there.
    case missingFact(String, template: String)
    /// A fact is of another kind than the letter says.
    case wrongKind(String, needed: FactKind, template: String)
    /// A file of the templates cannot be read.
    case unreadable(file: String, why: String)
    /// A template uses a name that its facts do not declare.
    case undeclaredName(String, file: String)
    /// A template writes something as it comes, without making it safe.
    case unescaped(String, file: String)
    /// A template includes another that is not there.
    case missingPart(String, file: String)
}
