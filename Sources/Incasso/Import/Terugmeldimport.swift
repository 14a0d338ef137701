public import Basics
public import Exchange
import Journal
public import Zaken

/// Takes in what a municipality reports back on signals (DDAS vroegsignalering): the whole file is read first, then signal by
/// signal in batches. A file that broke off can be offered again: what is known stays as it is.
public struct Terugmeldimport: Sendable {
    /// Signals that go in together in one transaction.
    public static let batch = 250

    let office: Office

    public init(office: Office) { self.office = office }

    /// Reads the file; `progress` hears the report after each batch. A file that must be refused changes nothing.
    public func run(
        _ file: @autoclosure @escaping @Sendable () -> ImportFile, named name: String, by door: String,
        progress: @Sendable (Importverslag) -> Void = { _ in }
    ) async throws -> Importverslag {
        var report = try await office.begin(.terugmelding, named: name, by: door)
        let delivery: EarlyWarningReports
        do { delivery = try await read(file) } catch let fault as FileFault {
            return try await office.refuse(report, because: fault)
        }
        for lines in delivery.lines.batches(of: Terugmeldimport.batch) {
            report = try await take(lines, report)
            progress(report)
        }
        return try await office.finish(report)
    }

    private func read(_ file: @escaping @Sendable () -> ImportFile) async throws -> EarlyWarningReports {
        let today = office.clock().day
        return try await offThread {
            try EarlyWarningReports(
                reading: file().head(EarlyWarningReports.largest + 1), notAfter: today)
        }
    }

    private func take(
        _ lines: ArraySlice<Result<EarlyWarningReport, LineRejection>>, _ report: Importverslag
    ) async throws -> Importverslag {
        try await office.act(as: .system("import")) { act in
            var report = report
            for line in lines { try report.take(line, in: act) }
            try act.tx.imports.save(report, at: act.now)
            return report
        }
    }
}

extension EarlyWarningReports {
    /// A delivery that was not made on a day to come.
    public init(reading bytes: [UInt8], notAfter today: Day) throws(FileFault) {
        try self.init(reading: bytes)
        guard day <= today else {
            throw FileFault(
                Diagnostic(
                    .error, "signal-day-to-come", "\(day) is still to come: nothing was taken in", element: dayField))
        }
    }
}

extension EarlyWarningReport {
    /// Keeps it with its signal; one that nobody here gave, or of another municipality, is unknown. Throws a ``LineRejection``
    /// for a day on which it cannot have been reported.
    public func taken(as bron: Terugmelding.Bron, by door: String, in act: Act) throws -> Signaal.Reporting.Effect {
        guard let id = Identifier<Signaal>(signal), let dienst = act.playbook.diensten.kept(Incassodienst.self) else {
            return .onbekend
        }
        var reporting = Signaal.Reporting(signaal: id, uitslag: result, dag: day, bron: bron, door: door)
        (reporting.opgepakt, reporting.pogingen, reporting.gemeente) = (takenUp, attempts, municipality)
        do { return try reporting.run(in: act, recht: dienst.recht) } catch let refusal as SignaalRefusal {
            throw rejection(because: refusal) ?? refusal
        }
    }

    /// The refusals of a day, as a file has them.
    private func rejection(because refusal: SignaalRefusal) -> (any Error)? {
        switch refusal {
        case .beforeSignal(let given): rejection(dayField, "\(signal): \(day) < \(given)", .beforeSignal)
        case .dayToCome: rejection(dayField, "\(signal): \(day)", .dayToCome)
        case .proofMissing, .unknown, .howMissing, .gemeenteOnbekend, .codeNotFourDigits, .codeTaken, .nameMissing,
            .notAnAddress:
            nil
        }
    }

    fileprivate var unknown: LineRejection { rejection("ID", signal, .unknown) }

    private func rejection(_ field: String, _ value: String, _ reason: LineRejection.Reason) -> LineRejection {
        LineRejection(line: place, field: field, value: value, reason: reason)
    }
}

extension Importverslag {
    /// Takes in what is told of one signal, or keeps why not.
    fileprivate mutating func take(_ line: Result<EarlyWarningReport, LineRejection>, in act: Act) throws {
        gelezen += 1
        do {
            let report = try line.get()
            switch try report.taken(as: .bestand, by: door, in: act) {
            case .nieuw: nieuw += 1
            case .bekend: bekend += 1
            case .onbekend: throw report.unknown
            }
        } catch let fault as LineRejection {
            afgewezen += 1
            try act.tx.imports.reject(Afwijzing(fault), in: id)
        }
    }
}
