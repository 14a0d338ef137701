public import Basics

/// A piece of work that waits for a person (BPMN 2.0.2, 10.3.4: user task; also a choice, a mishap or a loose taak).
public struct Taak: Hashable, Sendable, Identifiable {
    public enum Soort: String, Sendable {
        /// A user or manual task of the process, with a form.
        case formulier
        /// A gateway at which no condition decides: a person chooses a way.
        case keuze
        /// Optional activities of which a person begins one, or says that it is done (BPMN 10.3.5).
        case activiteiten
        /// A step that failed and waits to be mended.
        case storing
        /// A taak outside the process, made by a person or an act.
        case los
    }

    public enum Staat: String, Sendable {
        case open
        /// The clock stands still, because the zaak or the person is paused.
        case rust
        case afgerond, ingetrokken
    }

    /// One way on at a choice: the flow and the label it carries in the drawing.
    public struct Keuze: Hashable, Sendable, Codable {
        public let id: String
        public let label: String

        public init(id: String, label: String) {
            self.id = id
            self.label = label
        }
    }

    /// Which round of a multi-instance a taak belongs to (BPMN 10.3.8).
    public struct Ronde: Hashable, Sendable, Codable {
        /// Counted from 1.
        public let nummer: Int
        /// How many there are, where that is known beforehand.
        public let van: Int?
        /// What it is for, in words.
        public let wat: String?

        public init(nummer: Int, van: Int?, wat: String?) { (self.nummer, self.van, self.wat) = (nummer, van, wat) }
    }

    public let id: Identifier<Taak>
    public let zaak: Identifier<Zaak>
    public let soort: Soort
    /// The number of the element (or incident) of the process instance that waits; nothing for a loose taak.
    public let element: Int?
    /// The step in the drawing, such as `A.2.2`.
    public let stap: String
    public internal(set) var naam: String
    public let formulier: String?
    public let keuzes: [Keuze]
    /// The groups whose members may take it.
    public let groepen: Groepen
    public var behandelaar: Medewerker?
    /// Why it is there now, as the drawing says.
    public let waarom: String
    public let ontstaan: Moment
    public var uiterlijk: Day
    public var staat: Staat
    public internal(set) var versie: Int64
    /// How many of its activities were begun.
    public internal(set) var begonnen = 0
    /// Whether its handler was named for this very taak, and not only handles the zaak.
    public internal(set) var isGegeven = false
    /// The rounds that it is in, the outermost first; none for what is done once.
    public internal(set) var rondes: [Ronde] = []
}

/// Why an act on a taak is refused.
public enum TaakRefusal: Error, Hashable {
    case unknownTaak
    /// Someone else was first; who and when.
    case alreadyDone(by: String, at: Moment)
    case withdrawn
    case resting
    case takenBy(Medewerker)
    case unknownChoice(String)
    case invalid([FieldRefusal])
    case notThisKind
    /// An activity was begun that this person did not see.
    case begunMeanwhile
    /// A way is taken, or facts are put right; of both together one would be lost.
    case wayAndFacts
    /// It is for the members of other groups.
    case notForYou(Groepen)
    /// Its form takes a right that this person does not have.
    case rightMissing(String)
    /// Only a team lead may deviate to this step.
    case needsTeamlead(step: String)
    /// The step is not among those to which one may deviate.
    case notOffered(step: String)
    /// Costs would come without this check, by its name in the drawing; only a team lead may.
    case pastCheck(String)
}

/// What is wrong with one field of a filled form.
public struct FieldRefusal: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        case missing, notAnOption(String), notAnAmount, notANumber, notADay, notAnIBAN, tooLong(Int)
        /// The form's own rule does not hold; in its words.
        case rule(Woorden)
    }

    public let field: String
    public let reason: Reason

    public init(field: String, reason: Reason) {
        self.field = field
        self.reason = reason
    }
}

extension [Taak.Ronde] {
    /// As the journal keeps them; nothing where there are none.
    var record: [String: JSON] {
        isEmpty
            ? [:]
            : [
                "rondes": .array(
                    map { one -> JSON in
                        [
                            "nummer": JSON(one.nummer), "van": one.van.map { JSON($0) } ?? .null,
                            "wat": one.wat.map { .string($0) } ?? .null,
                        ]
                    })
            ]
    }
}
