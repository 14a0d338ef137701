public import Basics
import Journal
public import Klanten
public import Zaken

/// A mail that came in: it waits for a person, belongs to a zaak, or was set aside.
public struct Poststuk: Hashable, Sendable, Identifiable {
    public enum Staat: String, Hashable, Sendable, CaseIterable { case nieuw, geplaatst, terzijde }

    public let id: Identifier<Poststuk>
    public let onderwerp: String
    public let vanNaam: String
    public let vanAdres: String
    public let antwoordadres: String
    public let aan: String
    /// Identifiers of the messages that it answers.
    public let antwoordt: [String]
    /// When its sender says that it was sent.
    public let verzonden: Moment?
    public let ontvangen: Moment
    public let tekst: String
    public let ondertekening: String
    public let historie: String
    public let meldingen: Set<MailNotice>
    /// SHA-256 of the mail as it came; nothing when that was held back.
    public let bestand: String?
    /// Whether its files were looked at for viruses; nothing where nobody knows any more.
    public let gescand: Bool?
    public let sortering: Sortering
    public let uiterlijk: Day
    public internal(set) var staat: Staat
    public internal(set) var zaak: Identifier<Zaak>?
    public internal(set) var partij: Identifier<Partij>?
    public internal(set) var documenten: [Identifier<Document>]
    public internal(set) var afgehandeld: Moment?
    public internal(set) var door: Medewerker?
    public internal(set) var reden: String?
    public internal(set) var beantwoord: Moment?
    var versie: Int64

    /// The words that a search for people and zaken may use: the subject and what the sender wrote.
    var woorden: String { onderwerp + "\n" + tekst + "\n" + ondertekening }
}

/// A file that came with a mail.
public struct Bijlage: Hashable, Sendable {
    public let nummer: Int
    public let naam: String
    public let formaat: String
    public let omvang: Int
    /// SHA-256 of the content; nothing when it was held back.
    public let hash: String?
    /// What clamd found in it.
    public let virus: String?
}

/// Why an act on a mail is refused.
public enum PoststukRefusal: Error, Hashable {
    case unknownPoststuk
    /// Someone else did something with it first.
    case changedMeanwhile
    case noZaak
    case noKind
    case notPlaced
    case emptyAnswer
    /// Whom the answer was to go to is not among those any more.
    case noReceiver
    /// An answer was sent since the person opened the mail, or they pressed twice.
    case answeredMeanwhile
    /// A place of the draft that is still to be filled in.
    case unfilled(String)
    /// It left already, so it cannot be taken back.
    case answerLeft
}

extension Poststuk {
    var subject: Subject { Subject(kind: "poststuk", id: id.text) }
}
