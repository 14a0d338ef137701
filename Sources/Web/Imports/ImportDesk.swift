import Basics
import Exchange
import Incasso
import Logging
import ServiceLifecycle
import Zaken

/// The kinds of file that come in through the page.
enum ImportKind: String, Sendable, CaseIterable {
    /// The file itself tells.
    case detected = "herken"
    case items = "posten"
    case invoice = "factuur"
    case statement = "afschrift"
    /// What a municipality reports back on signals.
    case report = "terugmelding"

    var soort: Importverslag.Soort? { Importverslag.Soort(rawValue: rawValue) }
}

/// Takes files in one after the other, behind the page; a stop waits until the one under way is in.
final class ImportDesk: Service {
    private struct Order: Sendable {
        let upload: Upload
        let kind: ImportKind
        let creditor: String
        let by: String
        let begun: AsyncStream<Result<Identifier<Importverslag>, any Error>>.Continuation
    }

    private let office: Office
    private let orders: AsyncStream<Order>
    private let line: AsyncStream<Order>.Continuation

    init(office: Office) {
        self.office = office
        (orders, line) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(100))
    }

    func run() async throws {
        await withGracefulShutdownHandler {
            for await order in orders { await carryOut(order) }
        } onGracefulShutdown: {
            self.line.finish()
        }
    }

    /// Hands a file over; answers as soon as its report can be looked at.
    func take(_ upload: Upload, _ kind: ImportKind, creditor: String, by: String) async throws -> Identifier<
        Importverslag
    > {
        let (answers, begun) = AsyncStream<Result<Identifier<Importverslag>, any Error>>.makeStream()
        let order = Order(upload: upload, kind: kind, creditor: creditor, by: by, begun: begun)
        guard case .enqueued = line.yield(order) else {
            upload.forget()
            throw Upload.Refusal.tooBusy
        }
        for await answer in answers { return try answer.get() }
        throw CancellationError()
    }

    private func carryOut(_ order: Order) async {
        do { order.begun.yield(.success(try await read(order).id)) } catch {
            Logger(label: "imports").error("an import broke off", metadata: ["cause": "\(error)"])
            order.begun.yield(.failure(error))
        }
        order.upload.forget()
        order.begun.finish()
    }

    private func read(_ order: Order) async throws -> Importverslag {
        let (path, begun) = (order.upload.path, order.begun)
        return try await Bestandsimport(office: office, schuldeiser: order.creditor)
            .run(ImportFile(at: path), as: order.kind.soort, named: order.upload.fileName, by: order.by) {
                begun.yield(.success($0.id))
            }
    }
}
