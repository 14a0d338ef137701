import Basics
import Engine
import Jobs
import Journal

/// Runs the process of one zaak a step further, in the transaction of an act: decide, do what it asks, save.
///
/// Services are done at once and their answers are the next commands, until everything waits for a person, a clock
/// or a message.
struct ProcessRun {
    /// More commands than this in one act is a drawing that never waits.
    static let limit = 1_000

    let act: Act
    var zaak: Zaak
    private(set) var instance: ProcessInstance
    private let versie: Int64
    /// As it is stored, unless what is stored beside it says otherwise.
    private let stored: ProcessInstance?
    private var queue: [Command] = []
    /// Messages that went out, to be dealt with when the process itself has come to rest.
    private var sent: [OutgoingMessage] = []
    /// Those that go nowhere, and why.
    var stuck: [(Procesbericht, Berichtroute.Vastgelopen)] = []
    /// The signals that led to where it is, by name, since someone else than the process itself acted (decision 0011).
    var keten: [String]
    private let storedKeten: [String]
    /// Who did the taak that lets the process go on, and keeps what it asks for next.
    var voortzetter: Voortzetter?
    /// Facts that were looked up before the first command and still hold.
    private var lookedUp: [String: JSON]?

    /// The process of a zaak as it stands; nothing for a zaak without one.
    init?(of zaak: Zaak, in act: Act) throws {
        guard let loaded = try act.tx.processen.load(zaak.id) else { return nil }
        self.act = act
        self.zaak = zaak
        instance = loaded.instance
        stored = loaded.instance
        versie = loaded.versie
        keten = loaded.keten
        storedKeten = loaded.keten
    }

    /// A process at its very beginning.
    init(starting definition: DefinitionKey, for zaak: Zaak, in act: Act) throws {
        self.act = act
        self.zaak = zaak
        instance = ProcessInstance(of: definition)
        stored = instance
        versie = 0
        keten = []
        storedKeten = []
        try act.tx.processen.add(instance, of: definition, for: zaak.id)
    }

    /// A process put back as it was before its zaak was closed.
    init(restoring kept: ProcessInstance, for zaak: Zaak, in act: Act) throws {
        guard let loaded = try act.tx.processen.load(zaak.id) else { throw ZaakRefusal.nothingToReturnTo }
        self.act = act
        self.zaak = zaak
        instance = kept
        stored = nil
        versie = loaded.versie
        keten = []
        storedKeten = loaded.keten
    }

    /// What the process and the zaak itself know; the facts hold for the command that follows.
    mutating func look() throws -> [String: JSON] {
        let facts = try act.playbook.feiten(zaak, act)
        lookedUp = facts
        return instance.variables().learning(facts)
    }

    /// Carries out the command and all that follows from it by itself, then saves.
    mutating func perform(_ command: Command) throws {
        let before = instance
        if !act.isOfProcess { keten = [] }
        queue = [command]
        var count = 0
        while let next = try takeNext() {
            count += 1
            guard count <= ProcessRun.limit else { throw ProcesRefusal.neverWaits }
            try learnFacts()
            try carryOut(next)
        }
        try save()
        if case .ended(let outcome) = instance.status { try close(after: outcome, from: before) }
        try reportStuck()
    }

    /// The next command; where there is none left, the messages that the process sent go to who awaits them, which may be itself.
    private mutating func takeNext() throws -> Command? {
        if !queue.isEmpty { return queue.removeFirst() }
        while !sent.isEmpty {
            if let own = try pass(sent.removeFirst()) { return own }
        }
        return nil
    }

    /// Gives the process what changed in the facts since it last looked.
    private mutating func learnFacts() throws {
        guard case .running = instance.status else { return }
        let facts = try lookedUp ?? act.playbook.feiten(zaak, act)
        lookedUp = nil
        let known = instance.variables()
        let now = known.learning(facts)
        let news = now.filter { facts[$0.key] != nil && known[$0.key] != $0.value }
        guard !news.isEmpty else { return }
        try step(.setVariables(news))
    }

    private mutating func carryOut(_ command: Command) throws {
        switch command {
        case .completeService(let element, _), .failService(let element, _, _), .postponeService(let element, _),
            .throwError(let element, _, _):
            guard instance.activeElements.contains(where: { $0.id == element }) else { return }
        default: break
        }
        if case .start(let variables, let point) = command {
            let facts = try act.playbook.feiten(zaak, act)
            try step(.start(variables: variables.merging(facts) { given, _ in given }, at: point))
        } else {
            try step(command)
        }
    }

    private mutating func step(_ command: Command) throws {
        var events: [Event] = []
        let deciding = Besluitvorming(act.playbook.beslissingen, at: act.now)
        let library = act.playbook.processen.asking(deciding.answer)
        try instance.perform(command, in: library, at: act.now, into: &events)
        try act.record(deciding.outcomes, after: events, of: zaak.id)
        for event in events {
            try act.record(event, of: zaak.id)
            hear(event)
            for effect in event.effects { try take(effect) }
        }
    }

    func save() throws {
        let keten = keten.withoutOldCounts
        let chain = keten == storedKeten ? nil : keten
        try act.tx.processen.save(instance, after: stored, keten: chain, over: versie, of: zaak.id)
        let library = act.playbook.processen
        try act.tx.processignalen.note(
            instance.openSignals(in: library), after: stored?.openSignals(in: library), of: zaak.id)
        try noteMessages(after: stored)
    }

    mutating func take(_ effect: Effect) throws {
        switch effect {
        case .callService(let call): queue.append(try serve(call))
        case .ended, .subscribe, .unsubscribe, .withdrawService: break
        case .broadcastSignal(let name, let variables, let staysInside):
            try broadcast(name, variables, staysInside: staysInside)
        case .sendMessage(let message):
            try act.record("bericht", of: zaak.id, ["naam": .string(message.name)])
            sent.append(message)
        case .setTimer(let id, let due): try act.tx.jobs.setTimer(id, due: due, of: zaak, at: act.now)
        case .cancelTimer(let id): try act.tx.jobs.cancelTimer(id, of: zaak)
        case .raiseIncident(let incident):
            try act.report(incident, in: instance.drawing(of: incident) ?? instance.definitions[0], of: zaak, instance)
        case .offerTask, .withdrawTask, .offerChoice, .withdrawChoice, .offerActivities, .withdrawActivities,
            .clearIncident:
            try act.follow(effect, of: zaak, in: instance, after: voortzetter)
        }
    }

    /// Asks a service for its work; an unknown one is a mishap for a person to mend.
    private mutating func serve(_ call: ServiceCall) throws -> Command {
        guard let dienst = act.playbook.diensten[call.type] else {
            return .failService(call.element, reason: "unknown-service \(call.type)", retriesLeft: 0)
        }
        let answer = try dienst(Dienstvraag(zaak: zaak, stap: call.node.id, invoer: call.inputs), act)
        zaak = try act.tx.zaken.find(zaak.id) ?? zaak
        switch answer {
        case .done(let variables): return .completeService(call.element, variables: variables)
        case .failed(let reason): return .failService(call.element, reason: reason, retriesLeft: 0)
        case .error(let code): return .throwError(call.element, code: code, message: nil)
        case .later(let moment): return .postponeService(call.element, until: moment)
        }
    }

    private mutating func close(after outcome: Outcome, from before: ProcessInstance) throws {
        try act.tx.processen.keep(before, of: zaak.id)
        zaak = try act.tx.zaken.find(zaak.id) ?? zaak
        let result = try zaak.resultaat ?? act.zaaktype(of: zaak).standaardresultaat
        guard try act.playbook.slottoets(result, zaak, act) else { return try Slotvraag.ask(of: zaak, in: act) }
        try act.close(&zaak, with: result)
    }
}

/// Why a process could not go on at all; nothing has changed.
public enum ProcesRefusal: Error, Hashable {
    /// The drawing runs in a circle in which nothing waits.
    case neverWaits
    case noProcess
}

extension ProcessRun? {
    /// What the process of a zaak, if there is one, and the zaak itself know.
    mutating func look(at zaak: Zaak, in act: Act) throws -> [String: JSON] {
        try self?.look() ?? act.playbook.feiten(zaak, act)
    }
}
