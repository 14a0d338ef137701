import Basics
import Database
import Engine
import Incasso
import Klanten
import Procesbot
import Recht
import Zaken

/// What is known of a zaak and its person that bears on a route, as far as the reader may see it.
struct ZaakGegevens {
    let json: JSON

    init(
        of id: Identifier<Zaak>, seen inzicht: Inzicht, on day: Day, in playbook: Playbook, _ tx: Transaction
    ) throws {
        guard let zaak = try tx.zaken.find(id) else {
            json = .null
            return
        }
        var known: [String: JSON] = ["status": .string(zaak.status)]
        known["stap"] = try ZaakGegevens.steps(of: id, playbook.processen, tx)
        if zaak.opgeschort != nil { known["opgeschort"] = true }
        try ZaakGegevens.addArrangement(of: id, on: day, to: &known, tx)
        if inzicht.bedragen {
            let open = try tx.vorderingen.all(of: id).filter(\.isOpen)
            known["schuld"] = .string("\(open.map(\.saldo.totaal).sum.whole) euro")
        }
        var groups: [String: JSON] = ["zaak": .object(known)]
        if inzicht.klant { groups["klant"] = try ZaakGegevens.person(zaak, on: day, tx) }
        groups["nu niet"] = .array(try Belemmeringen(of: zaak, seen: inzicht, on: day, playbook, tx).json)
        json = .object(groups)
    }

    /// The steps where the tokens of the process stand, by the names in the drawing.
    private static func steps(of id: Identifier<Zaak>, _ processen: ProcessLibrary, _ tx: Transaction) throws -> JSON {
        guard let instance = try tx.processen.instance(of: id) else { return .array([]) }
        let outer = Set(instance.activeElements.compactMap(\.parent))
        let names = instance.activeElements.filter { !outer.contains($0.id) }.compactMap { element -> String? in
            guard instance.definitions.indices.contains(element.process) else { return nil }
            return processen[instance.definitions[element.process]]?.nodes.first { $0.id == element.node.id }?.name
        }
        return .array(Set(names).sorted().map(JSON.string))
    }

    private static func addArrangement(
        of id: Identifier<Zaak>, on day: Day, to known: inout [String: JSON], _ tx: Transaction
    ) throws {
        guard let regeling = try tx.regelingen.all(of: id).first else { return }
        switch regeling.staat {
        case .lopend:
            known["regeling loopt"] = true
            let missed = regeling.termijnen.count { $0.isMissed(on: day, grace: 0) }
            if missed == 1 { known["feit"] = "1 gemiste termijn" }
            if missed > 1 { known["gemiste termijnen"] = JSON(missed) }
        case .voldaan, .vervallen: break
        }
    }

    private static func person(_ zaak: Zaak, on day: Day, _ tx: Transaction) throws -> JSON {
        guard let person = try tx.partijen.find(zaak.partij) else { return .object([:]) }
        var known: [String: JSON] = ["dossiers": JSON(try tx.zaken.all(of: person.id).filter(\.isOpen).count)]
        if let town = person.adres?.plaats { known["woonplaats"] = .string(town) }
        let states = try tx.toestanden.all(of: person.id).filter { $0.vordering == nil && $0.state.holds(on: day) }
        if !states.isEmpty { known["toestand"] = .array(states.map { .string(FactName.words(of: $0.soort.rawValue)) }) }
        if let pauze = try tx.pauzes.running(for: person.id) {
            known["pauze"] = .string("dag \(day - pauze.begin + 1) van de pauze")
        }
        return .object(known)
    }
}

extension Money {
    /// Euros without cents, as people say them.
    fileprivate var whole: Int64 { cents / 100 }
}
