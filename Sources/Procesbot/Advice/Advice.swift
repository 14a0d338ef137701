public import Basics

/// What the adviser proposes; it decides nothing and changes nothing.
public struct Advice: Sendable {
    /// The steps in order; the first names the answer.
    public var route: [AdviceStep] = []
    /// What stands beside the answer, to look up.
    public var also: [AdviceStep] = []
    public var facts: [FoundFact] = []
    public var missing: [MissingFact] = []
    public var conflicts: [SourceConflict] = []
    public var refused: Refusal?
    /// Nothing was asked: it only tells what is so, as notes do.
    public internal(set) var isOnlyTold = false
    /// What the library says nearest to the question, when that does not support an answer.
    public var near: [QuotedSource] = []
    /// What to tell the customer.
    public var tell: [AdviceStep] = []
    /// What to take along in a handover, and what not.
    public var handover: [AdviceStep] = []
    /// From 0 to 1: how often the first step alone was right, in advice on the evaluation questions with such figures.
    public var confidence: Double = 0 {
        didSet { certainty = Certainty(confidence) }
    }
    public private(set) var certainty: Certainty = .insufficient
    /// Words of the question that were read as another word.
    public var readAs: [(written: String, meant: String)] = []
    /// What the library knows of the question, in figures.
    public var support = SupportFigures()
    /// How plainly the first step answers, in figures.
    var first = FirstStepFigures()
    /// From 0 to 1: how much of the question the words of the answer carry.
    var backing: Float = 0
    public let day: Day
}

extension Advice {
    /// A confidence in a word: what it means for who reads the first step and no more.
    public enum Certainty: String, Sendable, CaseIterable {
        case clear = "duidelijk", likely = "waarschijnlijk", possible = "mogelijk", insufficient = "onvoldoende bron"

        /// The least confidence that is called so.
        public var least: Double {
            switch self {
            case .clear: 0.7
            case .likely: 0.5
            case .possible: 0.01
            case .insufficient: 0
            }
        }

        init(_ confidence: Double) { self = Self.allCases.first { confidence >= $0.least } ?? .insufficient }
    }
}

/// One thing to do or to know, with why and where it stands.
public struct AdviceStep: Sendable {
    public var step: String
    public var why: String
    public var sources: [QuotedSource]
    /// The facts of the case that led to it.
    public var facts: [String] = []
    /// Says what does not hold in this case: to know, and not to do.
    public internal(set) var isExcluded = false
    /// Rests on a condition of which the case does not say whether it holds.
    var isOpen = false
    /// A step of a drawing that no fact chose.
    var isDrawn = false
}

/// Words of a document as they stand in it, byte for byte.
public struct QuotedSource: Sendable, Hashable {
    public let document: String
    public let title: String
    public let edition: String?
    public let hash: String
    public let heading: String
    public let quote: String
    /// The bytes of the document's text that the quote takes up.
    public let range: Range<Int>
    public let page: Int?
}

/// A fact that was read, with where it was said.
public struct FoundFact: Sendable {
    public let fact: String
    public let value: JSON
    /// `question`, `given`, `zaak`, `klant` or `computed`.
    public let origin: String
    /// The fact as it was first read, when a person corrected it.
    public let corrects: String?
}

/// Something the advice depends on and nobody said.
public struct MissingFact: Sendable {
    public let fact: String
    public let question: String
    /// Whether it asks after danger to someone, which comes before all else.
    public var isDanger = false
}

/// Two places that say different things about one subject.
public struct SourceConflict: Sendable {
    public let about: String
    public let sources: [QuotedSource]
}

/// Why no advice is given.
public struct Refusal: Sendable {
    public enum Reason: String, Sendable, CaseIterable {
        case noSupport = "geen-steun"
        case outsideSubject = "buiten-onderwerp"
        case asksDecision = "vraagt-beslissing"
        case asksAct = "vraagt-handeling"
        case asksOthersData = "gegevens-van-ander"
        case changesRules = "verandert-regels"
        case contradiction = "tegenspraak"
        case emptyQuestion = "lege-vraag"
    }

    public let reason: Reason
    public let explanation: String
    /// What can be done instead.
    public let instead: String
}
