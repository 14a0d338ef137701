import Basics
import Engine
import Jobs

extension ProcessRun {
    /// A message that the process sent goes to another zaak that awaits it, else to where the process itself does, else it begins a zaak
    /// or waits (decision 0012). What comes back is for the process itself.
    mutating func pass(_ message: OutgoingMessage) throws -> Command? {
        let bericht = Procesbericht(message, van: zaak, keten: keten, in: act)
        var route = try bericht.route(to: bericht.receivers(in: act))
        if route == nil, isOwn(message) {
            return .deliverMessage(message.name, key: message.key, variables: message.variables)
        }
        if route == nil { route = try bericht.routeWithoutReceiver(in: act) }
        if case .vast(let why) = try bericht.go(to: route ?? .niemand, in: act) { stuck.append((bericht, why)) }
        return nil
    }

    private func isOwn(_ message: OutgoingMessage) -> Bool {
        instance.awaits(
            message.name, key: message.key, carrying: message.variables, in: act.playbook.processen, at: act.now)
    }

    /// Messages that go nowhere are told to a person, after all else: where this zaak has closed, at another.
    func reportStuck() throws {
        for (bericht, why) in stuck { try bericht.report(why, in: act) }
    }

    /// Keeps by which messages of others the process is reached now; what waited for it comes.
    func noteMessages(after stored: ProcessInstance?) throws {
        let (library, now) = (act.playbook.processen, act.now)
        let open = instance.openMessages(in: library, at: now)
        let before = instance.converses(in: library) ? nil : stored?.openMessages(in: library, at: now)
        if open.isEmpty, before?.isEmpty == true { return }
        let fresh = try act.tx.procesberichten.note(open, after: before, of: zaak.id, at: now)
        for bericht in try act.tx.procesberichten.kept(at: fresh)
        where bericht.isAwaited(by: instance, bericht.adressen(in: act), isNamed: false, in: act) {
            guard try act.tx.procesberichten.take(bericht.id) else { continue }
            try act.tx.jobs.cancel(key: bericht.expiryKey)
            try bericht.order(.receive(zaak.id), of: zaak, in: act)
        }
    }
}
