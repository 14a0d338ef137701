import Basics
public import Exchange
import Journal
public import Zaken

/// Takes in a creditor's open items: the whole file is read first, then line by line, each line once.
public struct Postenimport: Sendable {
    /// Lines that go in together in one transaction.
    static let batch = 250

    let office: Office
    let schuldeiser: String

    public init(office: Office, schuldeiser: String) {
        self.office = office
        self.schuldeiser = schuldeiser
    }

    /// Reads the file; `progress` hears the report after each batch. A file that must be refused changes nothing.
    public func run(
        _ file: @autoclosure @escaping @Sendable () -> ImportFile, named name: String, by door: String,
        progress: @Sendable (Importverslag) -> Void = { _ in }
    ) async throws -> Importverslag {
        var report = try await office.begin(.posten, named: name, by: door)
        let plan: OpenItemsPlan
        do { plan = try await offThread { try OpenItemsFile(file()).check() } } catch let fault as FileFault {
            return try await office.refuse(report, because: fault)
        }
        let pump = BatchPump<Result<OpenItem, RejectedLine>>(size: Postenimport.batch) { each in
            try OpenItemsFile(file()).read(by: plan, each: each)
        }
        try await pump.run { batch in
            report = try await take(batch, report)
            progress(report)
        }
        return try await office.finish(report)
    }

    private func take(_ lines: [Result<OpenItem, RejectedLine>], _ report: Importverslag) async throws -> Importverslag
    {
        try await office.act(as: .system("import")) { [schuldeiser] act in
            var report = report
            for line in lines { try report.take(line, of: schuldeiser, in: act) }
            try act.tx.imports.save(report, at: act.now)
            return report
        }
    }
}

extension Importverslag {
    /// Takes in one line, or keeps why not.
    mutating func take(_ line: Result<OpenItem, RejectedLine>, of schuldeiser: String, in act: Act) throws {
        gelezen += 1
        switch line {
        case .success(let item):
            switch try Vordering.Intake(schuldeiser: schuldeiser, post: item).run(in: act) {
            case .added: nieuw += 1
            case .known: bekend += 1
            case .differs(let differences):
                bekend += 1
                for one in differences { try act.tx.imports.reject(Afwijzing(one), in: id) }
            case .refused(let fault):
                afgewezen += 1
                try act.tx.imports.reject(Afwijzing(fault), in: id)
            }
        case .failure(let rejected):
            afgewezen += 1
            for fault in rejected.faults { try act.tx.imports.reject(Afwijzing(fault), in: id) }
        }
    }
}

extension Office {
    func begin(_ soort: Importverslag.Soort, named name: String, by door: String) async throws -> Importverslag {
        try await act(as: .system("import")) { act in
            let report = Importverslag(id: act.newID(), soort: soort, bestandsnaam: name, begonnen: act.now, door: door)
            try act.tx.imports.add(report)
            return report
        }
    }

    func refuse(_ report: Importverslag, because fault: FileFault) async throws -> Importverslag {
        var report = report
        report.staat = .geweigerd
        report.fout = fault.diagnostic
        return try await finish(report)
    }

    func finish(_ report: Importverslag) async throws -> Importverslag {
        try await act(as: .system("import")) { act in
            var report = report
            if report.staat == .bezig { report.staat = .klaar }
            report.klaar = act.now
            try act.tx.imports.save(report, at: act.now)
            return report
        }
    }
}
