/// Why the press makes no letter of a template.
public enum Briefgebrek: Error, Hashable, Sendable {
    /// A fact that the letter needs is not known here.
    case ontbreekt(String)
    /// A fact is of another kind than the letter says.
    case andereSoort(String)
    /// The template is not there, or has a flaw.
    case sjabloon
}
