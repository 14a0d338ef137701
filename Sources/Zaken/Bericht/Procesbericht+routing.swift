import Basics
import Engine
import Jobs
import Journal

/// Where a message goes.
enum Berichtroute: Hashable, Sendable {
    case zaak(Identifier<Zaak>)
    case begin(zaaktype: String)
    /// Nobody awaits it yet.
    case wacht
    /// Nobody awaits it, and it waits no longer.
    case verlopen
    /// It has no key, so that nobody can ever be known to await it.
    case niemand
    case vast(Vastgelopen)

    /// Why a message goes nowhere until a person says so.
    enum Vastgelopen: Hashable, Sendable {
        /// It is for one, and several await it.
        case meerOntvangers([Identifier<Zaak>])
        /// It begins one zaak, and processes of several zaaktypen begin with it.
        case meerBeginnen
        /// It follows from itself, or from a thousand others in a row.
        case kring

        var code: String {
            switch self {
            case .meerOntvangers: "meer_ontvangers"
            case .meerBeginnen: "meer_beginnen"
            case .kring: "kring"
            }
        }
    }
}

extension Procesbericht {
    /// Finds who it is for now, and sends it there; what goes nowhere is told to a person.
    func deal(in act: Act) throws {
        switch try go(to: route(in: act), in: act) {
        case .vast(let why): try report(why, in: act)
        case .niemand: try recordAtSender("bericht_verlopen", in: act)
        case .zaak, .begin, .wacht, .verlopen: break
        }
    }

    /// Whether someone outside named the zaak that it is for, so that no other can be.
    private var namesZaak: Bool { afzender != nil && van != nil }

    /// Another zaak goes before the one that sent it, and who awaits it before who begins with it (BPMN 8.4.2, 10.5.2).
    func route(in act: Act) throws -> Berichtroute {
        if let route = try route(to: receivers(in: act)) { return route }
        if let van, try act.tx.zaken.find(van)?.isOpen == true, let own = try act.tx.processen.instance(of: van),
            isAwaited(by: own, adressen(in: act), isNamed: true, in: act)
        {
            return .zaak(van)
        }
        return try routeWithoutReceiver(in: act)
    }

    func route(to others: [Identifier<Zaak>]) -> Berichtroute? {
        guard let one = others.first else { return nil }
        if others.count > 1 { return .vast(.meerOntvangers(others)) }
        return keten.messages < Procesbericht.most ? .zaak(one) : .vast(.kring)
    }

    func routeWithoutReceiver(in act: Act) throws -> Berichtroute {
        let zaaktypen = van == nil ? [] : act.playbook.zaaktypen(beginningAt: .message(naam))
        if zaaktypen.count > 1 { return .vast(.meerBeginnen) }
        if let zaaktype = zaaktypen.first {
            return keten.hasBegun(with: naam) ? .vast(.kring) : .begin(zaaktype: zaaktype)
        }
        if adressen(in: act).isEmpty || namesZaak { return .niemand }
        return verloopt > act.now ? .wacht : .verlopen
    }

    /// Sends it where it goes.
    @discardableResult
    func go(to route: Berichtroute, in act: Act) throws -> Berichtroute {
        switch route {
        case .zaak(let id):
            try recordAtSender("bericht_onderweg", ["naar": "zaak"], in: act)
            try order(.receive(id), of: try act.tx.zaken.find(id), in: act)
        case .begin(let zaaktype):
            try recordAtSender("bericht_onderweg", ["naar": "begin"], in: act)
            try order(.begin(zaaktype: zaaktype), in: act)
        case .wacht:
            try recordAtSender("bericht_onderweg", ["naar": "later"], in: act)
            try act.tx.procesberichten.keep(doing(.expire), for: adressen(in: act))
            try act.tx.jobs.order(
                kind: Procesbericht.kind, payload: doing(.expire).payload, due: verloopt, key: expiryKey)
        case .verlopen: try recordAtSender("bericht_verlopen", in: act)
        case .niemand, .vast: break
        }
        return route
    }

    var expiryKey: String { "procesbericht:\(id.text)" }

    /// The other zaken that await it; the place where they meet it is touched, so that of two at the same moment one sees the other.
    func receivers(in act: Act) throws -> [Identifier<Zaak>] {
        let adressen = adressen(in: act)
        if adressen.isEmpty || namesZaak { return [] }
        return try act.tx.procesberichten.waiting(adressen, besides: van, at: act.now).filter { id in
            guard let instance = try act.tx.processen.instance(of: id) else { return false }
            return isAwaited(by: instance, adressen, isNamed: false, in: act)
        }
    }

    /// Whether an instance awaits it: by a key that both know, unless the zaak itself is named.
    func isAwaited(
        by instance: ProcessInstance, _ adressen: Set<MessageAddress>, isNamed: Bool, in act: Act
    ) -> Bool {
        let library = act.playbook.processen
        guard instance.awaits(naam, key: sleutel, carrying: variabelen, in: library, at: act.now) else { return false }
        return isNamed || !instance.openMessages(in: library, at: act.now).isDisjoint(with: adressen)
    }

    /// The message's own number ties what was sent to what came; whose zaak sent it stands only there.
    func record(_ kind: String, of zaak: Identifier<Zaak>, _ more: [String: JSON] = [:], in act: Act) throws {
        try act.record(kind, of: zaak, .object(content.merging(more) { $1 }))
    }

    func recordAtSender(_ kind: String, _ more: [String: JSON] = [:], in act: Act) throws {
        if let afzender {
            let subject = Subject(kind: Koppeling.subject, id: afzender)
            return try act.record(kind, of: subject, .object(content.merging(more) { $1 }))
        }
        if let van { try record(kind, of: van, more, in: act) }
    }

    private var content: [String: JSON] { ["naam": .string(naam), "bericht": .string(id.text)] }
}
