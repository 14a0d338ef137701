import Basics
public import Exchange
import Journal
import Recht
public import Zaken

/// Takes in what a municipality reports back on signals (DDAS vroegsignalering): a file, or the body of a call.
public struct Terugmeldimport: Sendable {
    let office: Office

    public init(office: Office) { self.office = office }

    public func run(_ bytes: [UInt8], named name: String, by door: String) async throws -> Importverslag {
        let report = try await office.begin(.terugmelding, named: name, by: door)
        let file: (reports: [EarlyWarningReport], rejected: [LineRejection])
        do { file = try EarlyWarningReport.read(bytes) } catch {
            return try await office.refuse(report, because: error)
        }
        let taken = try await office.act(as: .system("import")) { act in
            var report = report
            report.gelezen = file.reports.count + file.rejected.count
            for fault in file.rejected { try report.reject(fault, in: act) }
            for one in file.reports {
                switch try one.taken(as: .bestand, by: door, in: act) {
                case .nieuw: report.nieuw += 1
                case .bekend: report.bekend += 1
                case .onbekend: try report.reject(one.unknown, in: act)
                }
            }
            return report
        }
        return try await office.finish(taken)
    }
}

extension EarlyWarningReport {
    /// Keeps it with its signal; one that nobody here gave, or of another municipality, is unknown.
    public func taken(as bron: Terugmelding.Bron, by door: String, in act: Act) throws -> Signaal.Reporting.Effect {
        guard let id = Identifier<Signaal>(signal), let dienst = act.playbook.diensten.kept(Incassodienst.self) else {
            return .onbekend
        }
        var reporting = Signaal.Reporting(signaal: id, uitslag: result, dag: day, bron: bron, door: door)
        (reporting.opgepakt, reporting.pogingen, reporting.gemeente) = (takenUp, attempts, municipality)
        do { return try reporting.run(in: act, recht: dienst.recht) } catch is SignaalRefusal { return .onbekend }
    }

    fileprivate var unknown: LineRejection { LineRejection(line: place, field: "ID", value: signal, reason: .unknown) }
}

extension Importverslag {
    fileprivate mutating func reject(_ fault: LineRejection, in act: Act) throws {
        afgewezen += 1
        try act.tx.imports.reject(Afwijzing(fault), in: id)
    }
}
