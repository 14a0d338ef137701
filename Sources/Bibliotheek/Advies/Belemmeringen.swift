import Basics
import Database
import Engine
import Incasso
import Klanten
import Procesbot
import Recht
import Zaken

/// What may or can not be done in a zaak now, and why, in the form in which the adviser takes it (`nu niet`).
struct Belemmeringen {
    private(set) var json: [JSON] = []
    private let inzicht: Inzicht

    init(of zaak: Zaak, seen inzicht: Inzicht, on day: Day, _ playbook: Playbook, _ tx: Transaction) throws {
        self.inzicht = inzicht
        try addMessages(of: zaak, playbook, tx)
        if let dienst = playbook.diensten.kept(Incassodienst.self) {
            try addStates(of: zaak, on: day, dienst.recht, tx)
        }
        try addWaiting(for: zaak, tx)
        if zaak.bedrag > .zero {
            add(["voldaan"], inzicht.bedragen ? "open" : "iets-open", ["bedrag": zaak.bedrag.written])
        }
    }

    private mutating func add(_ acts: [String], _ why: String, _ values: [String: String] = [:]) {
        json += acts.map { act in
            .object(["handeling": .string(act), "omdat": .string(why)].merging(values.mapValues(JSON.string)) { $1 })
        }
    }

    /// What the klant wrote and nobody dealt with comes before money, a crisis above all.
    private mutating func addMessages(of zaak: Zaak, _ playbook: Playbook, _ tx: Transaction) throws {
        let messages = try playbook.klantberichten(bij: zaak, in: tx)
        guard !messages.isEmpty else { return }
        add(Self.collecting, messages.contains(where: \.isCrisis) ? "crisis" : "bericht")
    }

    /// What the states on record forbid; where someone else is written to, no arrangement is made with the person.
    private mutating func addStates(of zaak: Zaak, on day: Day, _ recht: RechtTables, _ tx: Transaction) throws {
        let states = try tx.toestanden.all(of: zaak.partij).filter { $0.vordering == nil }.map(\.state)
        for act in [CollectionAct.bellen, .huisbezoek, .regeling] + Self.collecting.compactMap(CollectionAct.init) {
            guard case .verboden(let reasons) = recht.states.mag(act, on: day, in: states) else { continue }
            add([act.rawValue], because: reasons.map(\.state))
        }
        let holding = states.filter { $0.holds(on: day) }
        if recht.states.addressee(on: day, in: holding) != "debiteur" {
            add([CollectionAct.regeling.rawValue], because: holding)
        }
        if try tx.pauzes.running(for: zaak.partij) != nil { add(["bellen", "huisbezoek"] + Self.collecting, "pauze") }
        if try tx.regelingen.running(for: zaak.id) != nil { add(Self.collecting, "regeling") }
    }

    private mutating func add(_ acts: [String], because states: [SpecialState]) {
        let names = Set(states.map { FactName.words(of: $0.kind.rawValue) }).sorted().joined(separator: ", ")
        add(acts, inzicht.klant ? "toestand" : "iets", ["toestand": names])
    }

    /// Money that may be of this zaak: nobody is told that it is missing before someone looked.
    private mutating func addWaiting(for zaak: Zaak, _ tx: Transaction) throws {
        guard let first = try tx.wachtend(bij: zaak).first(where: { $0.kandidaat.houdtOp }) else { return }
        let values = ["bedrag": first.betaling.bedrag.written]
        add(["niet-binnen"] + Self.collecting, inzicht.bedragen ? "wacht" : "iets-wacht", values)
    }

    /// Asking for money, and what comes of not paying.
    private static let collecting = [
        "herinnering", "aanmaning", "veertiendagenbrief", "kosten", "overdracht", "dagvaarding",
    ]
}

extension Money {
    /// `599,88`, as the library writes amounts.
    fileprivate var written: String { "\(self)".replacing(".", with: ",") }
}
