Console.WriteLine("units");
