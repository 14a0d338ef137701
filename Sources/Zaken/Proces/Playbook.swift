public import Basics
import Database
public import Engine

/// How the work is done, as the content says it: zaaktypen, forms, processes in all their versions, and services.
public struct Playbook: Sendable {
    /// The channel on which each newly published process or decision is told, by its code.
    static let channel = "werkwijze"

    /// The service by which a drawing says with which result a zaak will close.
    public static let resultaatdienst = "zaak.resultaat"

    public var zaaktypen: [String: Zaaktype]
    public var formulieren: [String: Formulier]
    public var processen: ProcessLibrary
    public var beslissingen: Beslissingen
    public var diensten: Diensten
    /// What a process may know of a zaak beside its own variables.
    public var feiten: @Sendable (Zaak, Act) throws -> [String: JSON]
    /// What forms may choose from and ask beside that, such as mandates; no process keeps it.
    public var keuzefeiten: @Sendable (Zaak, Act) throws -> [String: JSON] = { _, _ in [:] }
    /// Throws when the law forbids an act of collection, by its word such as `bellen`, on a zaak now, or when what a step needs, such
    /// as `regeling.loopt`, is not there.
    public var toets: @Sendable (String, Zaak, Act) throws -> Void = { _, _, _ in }
    /// Throws when what awaits this message may not be left by a deviation now.
    public var verlaten: @Sendable (String, Zaak, Act) throws -> Void = { _, _, _ in }
    /// Whether a zaak can truly close with this result now; nobody is told that all was paid while something is open.
    public var slottoets: @Sendable (String, Zaak, Act) throws -> Bool = { _, _, _ in true }
    /// Whether the terms of a zaak wait now, because someone must look at something first.
    public var wacht: @Sendable (Zaak, Act) throws -> Bool = { _, _ in false }
    /// What is done beside it, in the same transaction, when a drawing or table is published.
    public var naPublicatie: @Sendable (Publicatie, Act) throws -> Void = { _, _ in }
    /// After the only version of a drawing is withdrawn: others that keep it beside let it lapse.
    public var naIntrekking: @Sendable (Publicatie, Act) throws -> Void = { _, _ in }
    /// What the answers to forms do beside the process.
    public var gevolgen = Gevolgen()
    /// The groups that people can be in; none where that is not known.
    public var groepen: Set<String> = []

    public init(
        zaaktypen: [Zaaktype], formulieren: [Formulier], processen: ProcessLibrary,
        beslissingen: Beslissingen = Beslissingen(), diensten: Diensten,
        feiten: @escaping @Sendable (Zaak, Act) throws -> [String: JSON]
    ) {
        self.zaaktypen = Dictionary(zaaktypen.map { ($0.code, $0) }) { first, _ in first }
        self.formulieren = Dictionary(formulieren.map { ($0.code, $0) }) { first, _ in first }
        self.processen = processen
        self.beslissingen = beslissingen
        self.diensten = diensten
        self.feiten = feiten
    }
}

/// The works that service tasks ask for by name, each done inside the transaction of the step.
public struct Diensten: Sendable {
    public typealias Dienst = @Sendable (Dienstvraag, Act) throws -> Dienstantwoord

    private var byName: [String: Dienst] = [:]
    private var things: [ObjectIdentifier: any Sendable] = [:]
    private var quiet: Set<String> = []
    private var costing: [String: @Sendable ([String: JSON]) -> Bool] = [:]
    private var asking: [String: @Sendable ([String: JSON]) -> [String]] = [:]

    public init() {}

    /// Keeps something that acts find again by its type, such as the legal tables in force.
    public mutating func keep<Thing: Sendable>(_ thing: Thing) { things[ObjectIdentifier(Thing.self)] = thing }

    public func kept<Thing: Sendable>(_ type: Thing.Type) -> Thing? { things[ObjectIdentifier(type)] as? Thing }

    /// Offers a work, and says with which inputs costs for the customer may come of it, whether it only keeps what is known, and what
    /// it amounts to and needs, by the words of ``Playbook/toets``.
    public mutating func offer(
        _ name: String, costing: (@Sendable ([String: JSON]) -> Bool)? = nil, isQuiet: Bool = false,
        asking: (@Sendable ([String: JSON]) -> [String])? = nil, _ dienst: @escaping Dienst
    ) {
        byName[name] = dienst
        self.asking[name] = asking
        if isQuiet { quiet.insert(name) }
        self.costing[name] = costing
    }

    /// Whether a step asks for a work from which costs for the customer may come; of one that is only chosen when it is done nobody
    /// knows that they do not.
    func bringsCosts(_ node: Node) -> Bool {
        guard let work = node.fixedService else { return node.asksService }
        return costing[work.name].map { $0(work.inputs) } ?? false
    }

    /// Whether a step asks for a work that nobody notices, such as setting a status.
    func isQuiet(_ node: Node) -> Bool { node.fixedService.map { quiet.contains($0.name) } ?? false }

    /// What a step that asks for a work amounts to and needs.
    func asks(_ node: Node) -> [String] { node.fixedService.flatMap { asking[$0.name]?($0.inputs) } ?? [] }

    public subscript(_ name: String) -> Dienst? { byName[name] }

    /// The works that are offered.
    public var names: Set<String> { Set(byName.keys) }
}

/// What the answer to a form does beside the process, by the form, inside the transaction of the answer: before the process goes
/// on, such as ending what forbids its next step, or after it.
public struct Gevolgen: Sendable {
    public typealias Gevolg = @Sendable ([String: JSON], Taak, Zaak, Act) throws -> Void

    private var before: [String: Gevolg] = [:]
    private var after: [String: Gevolg] = [:]

    public init() {
        offer(Opschorting.formulier, Opschorting.follow)
        offer(Procesbericht.formulier, Procesbericht.follow)
    }

    public mutating func offer(_ formulier: String, _ gevolg: @escaping Gevolg) { after[formulier] = gevolg }
    public mutating func offer(first formulier: String, _ gevolg: @escaping Gevolg) { before[formulier] = gevolg }

    func first(of formulier: String?) -> Gevolg? { formulier.flatMap { before[$0] } }
    func last(of formulier: String?) -> Gevolg? { formulier.flatMap { after[$0] } }
}

/// What a service task asks: for which zaak, with which inputs.
public struct Dienstvraag: Sendable {
    public let zaak: Zaak
    /// The step that asks, such as `A.2.1`.
    public let stap: String
    public let invoer: [String: JSON]

    public init(zaak: Zaak, stap: String, invoer: [String: JSON]) {
        self.zaak = zaak
        self.stap = stap
        self.invoer = invoer
    }
}

/// What a service answers the process.
public enum Dienstantwoord: Sendable {
    case done([String: JSON])
    /// A mishap for a person to mend; the reason is a code and facts, without personal data.
    case failed(reason: String)
    /// A BPMN error that the drawing may catch.
    case error(code: String)
    /// It cannot be done before this moment, and is asked anew then.
    case later(Moment)
}
