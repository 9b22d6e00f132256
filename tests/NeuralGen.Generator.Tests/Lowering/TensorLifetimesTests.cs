using NeuralGen.Compiler.Lowering.Programs;

namespace NeuralGen.Generator.Tests.Lowering;

/// <summary>Where tensors lie in one buffer.</summary>
public class TensorLifetimesTests
{
    [Fact]
    public void The_largest_lie_first_and_small_ones_in_what_is_free()
    {
        TensorLifetimes lifetimes = new();
        lifetimes.Add(1, 10, 0, 1);
        lifetimes.Add(2, 100, 1, 2);
        lifetimes.Add(3, 10, 2, 4);
        lifetimes.Add(4, 100, 3, 4);
        TensorRoom room = lifetimes.Place(1);
        Assert.Equal((100, 0, 100, 0, 110), (room[1], room[2], room[3], room[4], room.Size));
    }

    [Fact]
    public void A_tensor_that_takes_the_place_of_another_keeps_it_from_others()
    {
        TensorLifetimes lifetimes = new();
        lifetimes.Add(1, 8, 0, 1);
        lifetimes.TakeOver(2, 1, 5);
        lifetimes.Add(3, 8, 2, 3);
        lifetimes.Add(4, 8, 4, 6);
        TensorRoom room = lifetimes.Place(1);
        Assert.Equal((0, 0, 8, 8, 16), (room[1], room[2], room[3], room[4], room.Size));
        Assert.True(lifetimes.Holds(2));
        Assert.False(lifetimes.Holds(5));
    }

    [Fact]
    public void No_two_that_are_needed_together_overlap_and_all_are_aligned()
    {
        Random random = new(1);
        for (int round = 0; round < 200; round++)
        {
            TensorLifetimes lifetimes = new();
            (int Size, int First, int Last)[] tensors = [.. Enumerable.Range(0, 30).Select(i => (random.Next(1, 60), i, i + random.Next(0, 6)))];
            for (int i = 0; i < tensors.Length; i++)
            {
                lifetimes.Add(i, tensors[i].Size, tensors[i].First, tensors[i].Last);
            }

            TensorRoom room = lifetimes.Place(16);
            for (int i = 0; i < tensors.Length; i++)
            {
                Assert.Equal(0, room[i] % 16);
                Assert.True(room[i] + tensors[i].Size <= room.Size);
                for (int j = 0; j < i; j++)
                {
                    bool areTogether = tensors[i].First <= tensors[j].Last && tensors[j].First <= tensors[i].Last;
                    Assert.True(!areTogether || room[i] >= room[j] + tensors[j].Size || room[j] >= room[i] + tensors[i].Size);
                }
            }
        }
    }
}
