import Capture
import GRDB

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A row that cannot be, such as one with an unknown state: the file is damaged.
struct BrokenRow: Error {
    var table: String
}

extension Row {
    /// The value of a column that has to be there.
    ///
    /// - Throws: `RowDecodingError` for NULL and for another type: a damaged file must not stop the process.
    func get<Value: DatabaseValueConvertible>(_ column: String, _ type: Value.Type = Value.self) throws -> Value {
        try decode(Value.self, forColumn: column)
    }

    /// The value of a column that may be NULL.
    func find<Value: DatabaseValueConvertible>(_ column: String, _ type: Value.Type = Value.self) throws -> Value? {
        try decode(Value?.self, forColumn: column)
    }

    /// The value of a column that holds one of a closed set.
    func choice<Value: RawRepresentable>(
        _ column: String, table: String, _ type: Value.Type = Value.self
    ) throws -> Value where Value.RawValue == String {
        guard let value = Value(rawValue: try get(column)) else { throw BrokenRow(table: table) }
        return value
    }

    func bytes(_ column: String) throws -> [UInt8] { Array(try get(column, Data.self)) }

    func time(_ column: String) throws -> CaptureTime { CaptureTime(microseconds: try get(column)) }

    func timeIfAny(_ column: String) throws -> CaptureTime? {
        try find(column, Int64.self).map { CaptureTime(microseconds: $0) }
    }
}
