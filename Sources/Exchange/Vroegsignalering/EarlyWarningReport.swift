public import Basics

/// What a municipality reports back on one signal, from a file of the exchange model (DDAS vroegsignalering).
public struct EarlyWarningReport: Hashable, Sendable {
    /// One attempt of the municipality to reach the person.
    public struct Attempt: Hashable, Sendable {
        /// Such as `Telefoon` or `Huisbezoek`.
        public let kind: String
        public let reached: Bool
        public let day: Day?

        public init(kind: String, reached: Bool, day: Day?) {
            (self.kind, self.reached, self.day) = (kind, reached, day)
        }
    }

    /// Four digits (CBS).
    public let municipality: String
    /// The identifier that the signal was given under.
    public let signal: String
    public let result: EarlyWarningResult
    /// When it was delivered.
    public let day: Day
    /// When the municipality took it up.
    public var takenUp: Day?
    public var attempts: [Attempt] = []
    /// Where it stood in the file, from 1.
    public var place = 1

    public init(municipality: String, signal: String, result: EarlyWarningResult, day: Day) {
        (self.municipality, self.signal, self.result, self.day) = (municipality, signal, result, day)
    }
}

extension EarlyWarningReport {
    /// More than any municipality reports at once.
    public static let most = 100_000

    /// Reads a delivery, also as the answer of a call wraps it (`gegevens`); what has no result yet is left out, a line that
    /// cannot be read is rejected by itself. Throws for what is no such file.
    public static func read(_ bytes: [UInt8]) throws(FileFault) -> (
        reports: [EarlyWarningReport], rejected: [LineRejection]
    ) {
        let document: JSON
        do { document = try JSON(parsing: bytes) } catch { throw FileFault("signal-json", "the file is not JSON") }
        let file = document["gegevens"].isNull ? document : document["gegevens"]
        guard let deliveries = file["leveringen"].elements else {
            throw FileFault("signal-shape", "there is no list `leveringen`")
        }
        guard let day = file["aanleverdatumEnTijd"].moment?.day ?? file["einddatumLevering"].day else {
            throw FileFault("signal-shape", "`aanleverdatumEnTijd` is no moment")
        }
        var found = Findings(day: day)
        for delivery in deliveries { try found.take(delivery) }
        return (found.reports, found.rejected)
    }
}

/// What was found in a file so far; of two results on one signal, that of the municipality's case goes first.
private struct Findings {
    let day: Day
    var reports: [EarlyWarningReport] = []
    var rejected: [LineRejection] = []
    private var place = 0
    private var known: Set<String> = []

    init(day: Day) { self.day = day }

    mutating func take(_ delivery: JSON) throws(FileFault) {
        guard let code = delivery["gemeentecode"].text else {
            throw FileFault("signal-shape", "a delivery has no `gemeentecode`")
        }
        for one in delivery["vroegsignaalzaken"].elements ?? [] {
            try take(one["resultaat"], of: (one["vroegsignalen"].elements ?? []).map { $0["ID"] }, one, code)
        }
        for one in delivery["vroegsignalen"].elements ?? [] where one["status"].text != Findings.waiting {
            try take(one["status"], of: [one["ID"]], one, code)
        }
    }

    private static let waiting = "Nog niet opgepakt"

    private mutating func take(_ phrase: JSON, of signals: [JSON], _ one: JSON, _ code: String) throws(FileFault) {
        place += 1
        guard place <= EarlyWarningReport.most else { throw FileFault("signal-too-many", "too many signals") }
        guard !phrase.isNull else { return }
        guard let result = phrase.text.flatMap(EarlyWarningResult.init(phrase:)) else {
            return reject("resultaat", phrase.text ?? phrase.canonical, .unknown)
        }
        guard !signals.isEmpty else { return reject("ID", "", .missing) }
        for signal in signals {
            guard let id = signal.text, !id.isEmpty else {
                reject("ID", signal.isNull ? "" : signal.canonical, .missing)
                continue
            }
            guard known.insert(id).inserted else { continue }
            var report = EarlyWarningReport(municipality: code, signal: id, result: result, day: day)
            report.takenUp = one["datum_opgepakt"].day
            report.attempts = (one["contactpogingen"].elements ?? []).map(EarlyWarningReport.Attempt.init)
            report.place = place
            reports.append(report)
        }
    }

    private mutating func reject(_ field: String, _ value: String, _ reason: LineRejection.Reason) {
        rejected.append(LineRejection(line: place, field: field, value: value, reason: reason))
    }
}

extension EarlyWarningReport.Attempt {
    fileprivate init(_ json: JSON) {
        self.init(kind: json["soort"].text ?? "Overige", reached: json["bereikt"].flag ?? false, day: json["datum"].day)
    }
}
