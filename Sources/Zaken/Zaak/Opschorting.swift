public import Basics
import Jobs

/// A look at a zaak that a person suspended, on the day that they said: nothing begins again by itself.
public struct Opschorting: Hashable, Sendable {
    public static let kind = "opschorting"
    static let formulier = "opschorting_bekijken"
    /// The furthest day on which to look again, in days from today.
    static let furthest = 365

    public let zaak: Identifier<Zaak>

    init(zaak: Identifier<Zaak>) { self.zaak = zaak }

    /// Reads a job's payload; `nil` for a payload of another shape.
    public init?(_ payload: JSON) {
        guard let zaak = payload["zaak"].identifier(of: Zaak.self) else { return nil }
        self.init(zaak: zaak)
    }

    private var key: String { "opschorting:\(zaak.text)" }

    /// Plans the look; it is about no subject, because all that is planned for the zaak itself stands still.
    func plan(on day: Day, in act: Act) throws {
        guard day > act.today, day <= act.today + Opschorting.furthest else {
            throw ZaakRefusal.reviewNotAhead(act.today + Opschorting.furthest)
        }
        try act.tx.jobs.order(
            kind: Opschorting.kind, payload: ["zaak": .string(zaak.text)], due: Moment(day, hour: 7), key: key)
    }

    /// Asks a person whether the zaak can go on; not when it goes on already.
    public func look(in act: Act) throws {
        guard let found = try act.tx.zaken.find(zaak), found.isOpen, found.opgeschort != nil else { return }
        guard try asked(in: act).isEmpty else { return }
        try Taak.Opdracht(zaak: zaak, formulier: Opschorting.formulier, uiterlijk: act.today + 3).run(in: act)
    }

    /// The zaak goes on: nobody needs to look any more.
    func end(in act: Act) throws {
        try act.tx.jobs.cancel(key: key)
        for taak in try asked(in: act) { try act.tx.taken.withdraw(taak.id) }
    }

    private func asked(in act: Act) throws -> [Taak] {
        try act.tx.taken.waiting(for: zaak, formulier: Opschorting.formulier)
    }

    /// What someone answered: the zaak goes on, or stands still until another day.
    @Sendable static func follow(_ answer: [String: JSON], _ taak: Taak, _ zaak: Zaak, _ act: Act) throws {
        guard zaak.opgeschort != nil else { return }
        if answer["uitkomst"]?.text == "hervatten" { return try Zaak.Resumption(zaak: zaak.id).run(in: act) }
        let day = answer["bekijkOp"]?.day ?? act.today
        try Opschorting(zaak: zaak.id).plan(on: day, in: act)
        try act.record(
            "opschorting_verlengd", of: zaak.id, ["tot": JSON(day), "reden": answer["toelichting"] ?? .null])
    }
}
