public import Basics

/// A file of the exchange model (DDAS vroegsignalering) in which a municipality reports back, or the body of its call.
public struct EarlyWarningReports: Sendable {
    /// More signals than any municipality reports on at once.
    public static let most = 100_000
    /// More bytes than so many signals take.
    public static let largest = 64 << 20

    /// When it was delivered: the day of all its reports.
    public let day: Day
    /// The field that says so.
    public let dayField: String
    /// What it tells, signal by signal; what cannot be read is rejected by itself.
    public let lines: [Result<EarlyWarningReport, LineRejection>]
}

extension EarlyWarningReports {
    /// Reads a delivery, also as the answer of a call wraps it (`gegevens`); what has no result yet is left out. Throws for what is
    /// no such file.
    public init(reading bytes: [UInt8]) throws(FileFault) {
        guard bytes.count <= EarlyWarningReports.largest else { throw .tooManySignals }
        let document: JSON
        do { document = try JSON(parsing: bytes) } catch { throw FileFault("signal-json", "the file is not JSON") }
        let file = document["gegevens"].isNull ? document : document["gegevens"]
        guard let deliveries = file["leveringen"].elements else {
            throw FileFault("signal-shape", "there is no list of deliveries", element: "leveringen")
        }
        let field = file[EarlyWarningReports.delivered].isNull ? "einddatumLevering" : EarlyWarningReports.delivered
        guard let day = file[field].writtenDay else {
            throw FileFault("signal-day", "the moment of delivery is none, or missing", element: field)
        }
        var found = Findings(day: day, dayField: field)
        for delivery in deliveries { try found.take(delivery) }
        self.init(day: day, dayField: field, lines: found.lines)
    }

    /// The field of the moment of delivery.
    public static let delivered = "aanleverdatumEnTijd"
}

/// What was found in a file so far; of two results on one signal, that of the municipality's case goes first.
private struct Findings {
    let day: Day
    let dayField: String
    var lines: [Result<EarlyWarningReport, LineRejection>] = []
    private var place = 0
    private var known: Set<String> = []

    init(day: Day, dayField: String) { (self.day, self.dayField) = (day, dayField) }

    mutating func take(_ delivery: JSON) throws(FileFault) {
        guard let code = delivery["gemeentecode"].text else {
            throw FileFault("signal-shape", "a delivery has no code of its municipality", element: "gemeentecode")
        }
        for one in delivery["vroegsignaalzaken"].elements ?? [] {
            let signals = (one["vroegsignalen"].elements ?? []).map { $0["ID"] }
            try take(signals, Telling(of: one, in: "resultaat", by: code, on: day))
        }
        for one in delivery["vroegsignalen"].elements ?? [] {
            try take([one["ID"]], Telling(of: one, in: "status", by: code, on: day))
        }
    }

    /// Each signal is a line of its own; a case without any is one that lacks it.
    private mutating func take(_ signals: [JSON], _ telling: Telling) throws(FileFault) {
        for signal in signals.isEmpty ? [.null] : signals {
            place += 1
            guard place <= EarlyWarningReports.most else { throw .tooManySignals }
            guard telling.isTold else { continue }
            do throws(LineRejection) {
                var report = try telling.report(on: signal, at: place)
                report.dayField = dayField
                guard known.insert("\(report.municipality) \(report.signal)").inserted else { continue }
                lines.append(.success(report))
            } catch {
                lines.append(.failure(error))
            }
        }
    }
}

/// What one case or one signal of a file tells.
private struct Telling {
    let json: JSON
    /// Where the result stands.
    let field: String
    let municipality: String
    let day: Day

    init(of json: JSON, in field: String, by municipality: String, on day: Day) {
        (self.json, self.field, self.municipality, self.day) = (json, field, municipality, day)
    }

    /// Whether there is a result yet.
    var isTold: Bool { !json[field].isNull && json[field].text != "Nog niet opgepakt" }

    func report(on signal: JSON, at place: Int) throws(LineRejection) -> EarlyWarningReport {
        guard let result = json[field].text.flatMap(EarlyWarningResult.init(phrase:)) else {
            throw LineRejection(line: place, field: field, value: json[field].shown, reason: .unknown)
        }
        guard let id = signal.text, !id.isEmpty else {
            throw LineRejection(line: place, field: "ID", value: signal.shown, reason: .missing)
        }
        var report = EarlyWarningReport(municipality: municipality, signal: id, result: result, day: day)
        report.takenUp = try json.date("datum_opgepakt", at: place)
        for one in json["contactpogingen"].elements ?? [] {
            let day = try one.date("datum", at: place)
            report.attempts.append(
                .init(kind: one["soort"].text ?? "Overige", reached: one["bereikt"].flag ?? false, day: day))
        }
        report.place = place
        return report
    }
}

extension JSON {
    /// What stood there, for people to find.
    fileprivate var shown: String { isNull ? "" : text ?? canonical }

    /// The day of a field; nothing where it is absent or empty.
    fileprivate func date(_ field: String, at place: Int) throws(LineRejection) -> Day? {
        let value = self[field]
        guard !value.isNull, value.text != "" else { return nil }
        guard let day = value.writtenDay else {
            throw LineRejection(line: place, field: field, value: value.shown, reason: .notADate)
        }
        return day
    }

    /// A day, or that of a moment; one without its zone is in the Netherlands.
    fileprivate var writtenDay: Day? {
        guard let text else { return nil }
        return Moment(text)?.day ?? Day(text) ?? (Moment(text + "Z") == nil ? nil : Day(String(text.prefix(10))))
    }
}

extension FileFault {
    fileprivate static let tooManySignals = FileFault("signal-too-many", "too many signals")
}
